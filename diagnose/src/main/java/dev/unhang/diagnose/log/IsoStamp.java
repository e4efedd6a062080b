package dev.unhang.diagnose.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `2025-05-25T15:23:30+0200 pve-02 kernel: `: journalctl's short-iso and short-iso-precise, and
/// rsyslog's and `dmesg --time-format iso`'s stamps.
///
/// Man: journalctl(1), "--output=short-iso"
final class IsoStamp implements Peeler {
  private static final Pattern FORM =
      Pattern.compile(
          "^(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:[.,](\\d{1,9}))?"
              + "(Z|[+-]\\d\\d):?(\\d\\d)? ");

  @Override
  public Optional<Peeled> peel(Peeled line) {
    Matcher matcher = FORM.matcher(line.rest());
    if (!matcher.find()) {
      return Optional.empty();
    }
    String rest = line.rest().substring(matcher.end());
    String text = matcher.group().stripTrailing();
    Peeled peeled = line.withWall("iso", rest, instant(matcher), text);
    // A comma before the fraction is dmesg's, which names no writer.
    return Optional.of(text.indexOf(',') >= 0 ? peeled : Writer.take(peeled));
  }

  private static Optional<Instant> instant(Matcher stamp) {
    String zone = stamp.group(4);
    String minutes = stamp.group(5);
    String offset = zone.equals("Z") ? "Z" : zone + ":" + (minutes == null ? "00" : minutes);
    String fraction = stamp.group(3) == null ? "" : "." + stamp.group(3);
    try {
      return Optional.of(
          OffsetDateTime.parse(stamp.group(1) + "T" + stamp.group(2) + fraction + offset)
              .toInstant());
    } catch (DateTimeException no_such_day_or_hour) {
      return Optional.empty();
    }
  }
}
