package dev.unhang.repair.guard;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.plan.Risk;

/// Somebody has asked to leave this host alone, by a file. It holds whatever is in the file, and
/// whatever kind of file it is.
final class Hold implements Guard {
  /// It ends with the boot.
  private static final HostPath FILE = new HostPath("/run/unhang/pause");

  private static final int SHOWN = 80;

  @Override
  public String name() {
    return "hold";
  }

  @Override
  public GuardAnswer answer(Risk risk, Circumstances now) {
    Sight<FileAttributes> file = Sight.of(FILE.value(), now.host().attributes(FILE));
    return file.there().isPresent()
        ? new GuardAnswer.Refuses(FILE + " is there" + reason(now))
        : Sight.allowed(file.doubt());
  }

  private static String reason(Circumstances now) {
    return now.host()
        .read(FILE)
        .known()
        .map(Content::utf8)
        .flatMap(text -> text.strip().lines().findFirst())
        .filter(line -> !line.isEmpty())
        .map(line -> ": " + line.substring(0, Math.min(SHOWN, line.length())))
        .orElse("");
  }
}
