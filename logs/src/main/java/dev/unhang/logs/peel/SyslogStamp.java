package dev.unhang.logs.peel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `May 25 15:23:30 pve-02 kernel: `: journalctl's short and short-precise output and traditional
/// syslog files; syslog-ng and others may add the year, before the month, the time or the host, and
/// routers a mark where their clock is not set or a colon behind. journalctl names months in the
/// reader's language. It names no zone, so it gives no wall time.
///
/// Man: journalctl(1), "--output=short"
final class SyslogStamp implements Peeler {
  private static final String TIME = "\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?";

  private static final Pattern FORM =
      Pattern.compile(
          "^[*.]?((?:\\d{4} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \\d]?\\d"
              + (" (?:\\d{4} )?" + TIME + "(?: \\d{4}(?= ))?):? "));

  /// `25 May 2025 15:23:30`, `25/May/2025:15:23:30`, `2025/05/25 15:23:30`.
  private static final Pattern OTHERS =
      Pattern.compile(
          "^((?:\\d{1,2}[ /-](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[ /-]\\d{4})?"
              + "|\\d{4}/\\d\\d/\\d\\d|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})[ :]"
              + TIME
              + "):? ");

  /// Words that are no English month are one only where a writer stands behind.
  private static final Pattern LOCALIZED =
      Pattern.compile(
          "^([\\p{L}\\p{M}\\d.]{2,9} [ \\d]?\\d "
              + TIME
              + ") (?=(?:[^\\s:\\[\\]]+ )?[^\\s:\\[\\]]+(?:\\[\\d+\\])?:(?: |$))");

  @Override
  public boolean mayApply(String rest) {
    int blank = rest.indexOf(' ');
    return blank > 1 && blank < 10 && hasTime(rest, blank)
        || FirstBytes.isDigit(rest, 0) && OTHERS.matcher(rest).lookingAt();
  }

  /// A colon where the time may have its first one: behind the day, or year and day.
  private static boolean hasTime(String rest, int blank) {
    int colon = rest.indexOf(':', blank);
    return colon > blank + 4 && colon < blank + 16 && FirstBytes.isDigit(rest, colon + 1);
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    for (Pattern form : new Pattern[] {FORM, OTHERS, LOCALIZED}) {
      Matcher matcher = form.matcher(line.rest());
      if (matcher.lookingAt()) {
        String rest = line.rest().substring(matcher.end());
        return Optional.of(
            Writer.take(line.withWall("syslog", rest, Optional.empty(), matcher.group(1))));
      }
    }
    return Optional.empty();
  }
}
