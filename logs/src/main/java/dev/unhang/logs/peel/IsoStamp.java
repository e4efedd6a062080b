package dev.unhang.logs.peel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `2025-05-25T15:23:30+0200 pve-02 kernel: `: journalctl's short-iso and short-iso-precise,
/// rsyslog's and `dmesg --time-format iso`'s stamps, Talos's in brackets, multilog's without a
/// zone.
///
/// Man: journalctl(1), "--output=short-iso"
final class IsoStamp implements Peeler {
  private static final int NANO_DIGITS = 9;

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
    if (!matcher.lookingAt()) {
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
    try {
      ZoneOffset offset =
          zone.equals("Z")
              ? ZoneOffset.UTC
              : ZoneOffset.of(zone + ":" + (minutes == null ? "00" : minutes));
      LocalDate date =
          LocalDate.of(
              number(stamp, "date", 0, 4),
              number(stamp, "date", 5, 2),
              number(stamp, "date", 8, 2));
      LocalTime time =
          LocalTime.of(
              number(stamp, "time", 0, 2),
              number(stamp, "time", 3, 2),
              number(stamp, "time", 6, 2),
              nanos(stamp.group("fraction")));
      return Optional.of(date.atTime(time).toInstant(offset));
    } catch (DateTimeException no_such_day_or_hour) {
      return Optional.empty();
    }
  }

  /// Digits that were matched.
  private static int number(Matcher stamp, String group, int from, int length) {
    String digits = stamp.group(group);
    int number = 0;
    for (int i = from; i < from + length; i++) {
      number = number * 10 + (digits.charAt(i) - '0');
    }
    return number;
  }

  private static int nanos(@Nullable String fraction) {
    int nanos = 0;
    for (int i = 0; i < NANO_DIGITS; i++) {
      nanos =
          nanos * 10 + (fraction != null && i < fraction.length() ? fraction.charAt(i) - '0' : 0);
    }
    return nanos;
  }
}
