package dev.unhang.repair.guard;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The file that asks to leave this host alone. It holds whatever is in it, and whatever kind of
/// file it is, unless its first line says until when: then it holds until the host has been up for
/// so long. Wall time may jump, and the folder ends with the boot.
///
/// Man: proc_uptime(5)
public final class HoldFile {
  /// Where it is.
  public static final HostPath PATH = new HostPath("/run/unhang/pause");

  private static final HostPath UPTIME = new HostPath("/proc/uptime");
  private static final Pattern UNTIL = Pattern.compile("^until uptime (\\d{1,9})(?=[: ]|$).*");
  private static final Pattern UP = Pattern.compile("^(\\d{1,9})(\\.\\d{1,9})? .*", Pattern.DOTALL);
  private static final int SHOWN = 80;

  private HoldFile() {}

  /// What its first line has to say for it to end by itself.
  ///
  /// @param seconds of uptime
  /// @param words for a person
  public static String until(long seconds, String words) {
    return "until uptime " + seconds + ": " + words + "\n";
  }

  /// Why nothing may be done; empty where nothing holds. What can't be looked for holds.
  public static Optional<String> why(HostView host) {
    Sight<FileAttributes> file = seen(host);
    return file.there().isPresent()
        ? Optional.of(PATH + " is there" + reason(host))
        : file.doubt().map(doubt -> doubt.source() + " can't be looked at: " + doubt.why());
  }

  /// It, as a guard sees it: one that has ended is not there.
  static Sight<FileAttributes> seen(HostView host) {
    Sight<FileAttributes> file = Sight.of(PATH.value(), host.attributes(PATH));
    return file.there().isPresent() && hasEnded(host)
        ? new Sight<>(Optional.empty(), file.doubt())
        : file;
  }

  /// How long the host has been up, in whole seconds; empty where that was not read.
  public static Optional<Long> uptime(HostView host) {
    return number(UP, host.read(UPTIME).known().map(Content::utf8).orElse(""));
  }

  private static boolean hasEnded(HostView host) {
    Optional<Long> until = number(UNTIL, firstLine(host));
    Optional<Long> now = uptime(host);
    return until.isPresent() && now.isPresent() && now.get() >= until.get();
  }

  private static Optional<Long> number(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.matches() ? Optional.of(Long.parseLong(found.group(1))) : Optional.empty();
  }

  /// What it says, for a person; begins with a colon where it says something.
  static String reason(HostView host) {
    String line = firstLine(host);
    return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(SHOWN, line.length()));
  }

  private static String firstLine(HostView host) {
    return host.read(PATH)
        .known()
        .map(Content::utf8)
        .flatMap(text -> text.strip().lines().findFirst())
        .orElse("");
  }
}
