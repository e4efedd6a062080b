package dev.unhang.hosts.outputs;

import dev.unhang.model.host.HostPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds programs' outputs in a text that a person put together: one output or several, behind
/// prompts or not, of one host or several; files that `cat` printed behind a prompt; and Proxmox'
/// own report, which has `# ` before each command. What is none of them, a kernel log among others,
/// is left alone.
public final class Recognition {
  /// A sosreport has some hundreds.
  private static final int MAX = 5_000;

  /// What a log line begins with: no file goes on with one.
  private static final Pattern LOGGED =
      Pattern.compile("^(?:\\[ *\\d+\\.\\d{6}\\]|\\S.{0,80} kernel: )");

  private final PastedText text;
  private final List<PastedOutput> found = new ArrayList<>();
  private final List<PastedFile> files = new ArrayList<>();
  private final List<Recognised.Stranger> strangers = new ArrayList<>();
  private final LineHosts hosts;
  private final boolean isReport;
  private @Nullable FirstLine open;
  private @Nullable HostPath file;
  private @Nullable String stranger;
  private boolean headed;
  private int begun;

  private Recognition(PastedText text) {
    this.text = text;
    this.hosts = LineHosts.of(text);
    this.isReport = HostReportText.is(text);
  }

  /// All that is in it.
  public static Recognised read(PastedText text) {
    Recognition reader = new Recognition(text);
    reader.lines();
    return new Recognised(reader.found, reader.files, reader.strangers);
  }

  /// The outputs in the order they stand.
  public static List<PastedOutput> of(PastedText text) {
    return read(text).outputs();
  }

  /// The same of a file that a collector filled with what one command printed.
  ///
  /// @param command the command line; the text decides where it prints none that is known
  public static List<PastedOutput> of(PastedText text, String command) {
    Optional<OutputCommand> known = OutputCommand.of(command);
    if (known.isEmpty()) {
      return of(text);
    }
    return text.isBlank()
        ? List.of()
        : List.of(new PastedOutput(known.get().kind(), known.get().nic(), Optional.empty(), text));
  }

  private void lines() {
    for (int i = 0; i < text.lines().size() && found.size() + files.size() < MAX; i++) {
      line(i, text.lines().get(i));
    }
    close(text.lines().size());
  }

  private void line(int at, String line) {
    Optional<String> command = command(at, line);
    if (command.isPresent()) {
      close(at);
      asked(command.get(), at + 1);
    } else if (file != null) {
      if (LOGGED.matcher(line).find() || isReport && HostReportText.isHeading(line)) {
        close(at);
      }
    } else if (line.isBlank()) {
      if (open != null && !open.kind().hasBlankLines() && at > begun) {
        close(at);
      }
    } else {
      FirstLine.of(line).ifPresent(first -> first(first, at));
    }
  }

  /// What a prompt's line asks for.
  private Optional<String> command(int at, String line) {
    boolean behindBlank = at == 0 || text.lines().get(at - 1).isBlank();
    return Prompt.of(line)
        .map(Prompt::command)
        .or(() ->
            isReport && behindBlank ? HostReportText.command(line) : Optional.<String>empty());
  }

  private void asked(String command, int from) {
    Optional<OutputCommand> output = OutputCommand.of(command);
    Optional<HostPath> printed = PastedFile.printedBy(command);
    begun = from;
    if (output.isPresent()) {
      open(new FirstLine(output.get().kind(), output.get().nic()), from);
    } else if (printed.isPresent()) {
      file = printed.get();
    } else if (!command.isBlank()) {
      stranger = command;
    }
  }

  /// The first line of an output: of the one a command announced, or of another.
  private void first(FirstLine first, int at) {
    FirstLine now = open;
    boolean sameKind = now != null && now.kind() == first.kind();
    boolean sameNic =
        now != null
            && (first.nic().isEmpty()
                || now.nic().isEmpty() && !headed
                || now.nic().equals(first.nic()));
    if (now != null && sameKind && sameNic && !(headed && first.nic().isPresent())) {
      open = new FirstLine(now.kind(), first.nic().or(now::nic));
      headed |= first.nic().isPresent();
      return;
    }
    if (now != null && !sameKind && first.nic().isEmpty() && isWithin(now.kind(), first.kind())) {
      return;
    }
    close(at);
    open(first, at);
    headed = first.nic().isPresent();
  }

  /// Lines that look like another output's first, and occur within this one.
  private static boolean isWithin(OutputKind outer, OutputKind inner) {
    boolean listsAnything =
        outer == OutputKind.STATISTICS
            || outer == OutputKind.PRIVATE_FLAGS
            || outer == OutputKind.DMI;
    boolean isPort =
        outer == OutputKind.BRIDGE_LINK && inner == OutputKind.IP
            || outer == OutputKind.IP && inner == OutputKind.BRIDGE_LINK;
    return isPort || listsAnything && inner == OutputKind.FEATURES;
  }

  private void open(FirstLine first, int at) {
    open = first;
    begun = at;
    headed = false;
  }

  private void close(int end) {
    FirstLine output = open;
    HostPath printed = file;
    String command = stranger;
    open = null;
    file = null;
    stranger = null;
    PastedText part = text.part(Math.min(begun, end), end);
    if (part.isBlank()) {
      return;
    }
    if (output != null) {
      found.add(new PastedOutput(output.kind(), output.nic(), hosts.hosts().get(begun), part));
    } else if (printed != null) {
      files.add(new PastedFile(printed, hosts.hosts().get(begun), part));
    } else if (command != null && strangers.size() < MAX) {
      strangers.add(new Recognised.Stranger(command, part));
    }
  }
}
