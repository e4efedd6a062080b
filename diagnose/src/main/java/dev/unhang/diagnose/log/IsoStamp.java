package dev.unhang.diagnose.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `2025-05-25T15:23:30+0200 pve-02 kernel: `: journalctl's short-iso and short-iso-precise,
/// rsyslog's and `dmesg --time-format iso`'s stamps, Talos's in brackets, multilog's without a
/// zone.
///
/// Man: journalctl(1), "--output=short-iso"
final class IsoStamp implements Peeler {
  private static final Pattern FORM =
      Pattern.compile(
          "^\\[?(?<date>\\d{4}-\\d\\d-\\d\\d)[T ](?<time>\\d\\d:\\d\\d:\\d\\d)"
              + "(?:[.,](?<fraction>\\d{1,9}))?"
              + "(?:(?: (?=[+-]\\d\\d:?\\d\\d(?: |$)))?(?<zone>Z|[+-]\\d\\d):?(?<minutes>\\d\\d)?)?"
              + "(?:\\]:?)?(?: |$)");

  @Override
  public boolean mayApply(String rest) {
    return FirstBytes.isYear(rest, FirstBytes.at(rest, 0) == '[' ? 1 : 0);
  }

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.find()) {
      return Optional.empty();
    }
    String rest = line.rest().substring(matcher.end());
    String text = matcher.group().stripTrailing();
    Peeled peeled = line.withWall("iso", rest, instant(matcher), text);
    // A comma before the fraction is dmesg's, which names no writer; without a zone few do.
    boolean namesWriter = matcher.group("zone") != null && text.indexOf(',') < 0;
    return Optional.of(namesWriter ? Writer.take(peeled) : Writer.takeKernelOrSystemd(peeled));
  }

  /// The time that a text which is such a stamp names, if it names one.
  static Optional<Instant> instant(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() ? instant(matcher) : Optional.empty();
  }

  private static Optional<Instant> instant(Matcher stamp) {
    String zone = stamp.group("zone");
    if (zone == null) {
      return Optional.empty();
    }
    String minutes = stamp.group("minutes");
    String offset = zone.equals("Z") ? "Z" : zone + ":" + (minutes == null ? "00" : minutes);
    String fraction = stamp.group("fraction") == null ? "" : "." + stamp.group("fraction");
    try {
      return Optional.of(
          OffsetDateTime.parse(stamp.group("date") + "T" + stamp.group("time") + fraction + offset)
              .toInstant());
    } catch (DateTimeException no_such_day_or_hour) {
      return Optional.empty();
    }
  }
}
