package dev.unhang.diagnose.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `May 25 15:23:30 pve-02 kernel: `: journalctl's short and short-precise output and traditional
/// syslog files. It names no year and no zone, so it gives no wall time.
///
/// Man: journalctl(1), "--output=short"
final class SyslogStamp implements Peeler {
  private static final Pattern FORM =
      Pattern.compile(
          "^((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \\d]?\\d"
              + " \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?) ");

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.find()) {
      return Optional.empty();
    }
    String rest = line.rest().substring(matcher.end());
    return Optional.of(
        Writer.take(line.withWall("syslog", rest, Optional.empty(), matcher.group(1))));
  }
}
