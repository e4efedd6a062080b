package dev.unhang.app.option;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as people type them, in this machine's time zone.
///
/// Man: systemd.time(7), "PARSING TIMESTAMPS"
public final class TimeWords {
  private static final Pattern AGO = Pattern.compile("-?(?<span>.{1,20}?)(?: ago)?");

  private static final Pattern DATE_AND_TIME =
      Pattern.compile(
          "(?<date>\\d{4}-\\d\\d-\\d\\d)(?:["
              + " t](?<time>\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?))?");

  private TimeWords() {}

  /// The time meant; empty where the words mean none.
  public static Optional<Instant> parse(String words, Instant now) {
    String text = words.strip().toLowerCase(Locale.ROOT);
    LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
    try {
      return switch (text) {
        case "now" -> Optional.of(now);
        case "today" -> Optional.of(midnight(today));
        case "yesterday" -> Optional.of(midnight(today.minusDays(1)));
        default -> spanOrDate(text, now);
      };
    } catch (DateTimeException no_such_time) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> spanOrDate(String text, Instant now) {
    Matcher ago = AGO.matcher(text);
    Optional<Duration> span = ago.matches() ? SpanWords.parse(ago.group("span")) : Optional.empty();
    if (span.isPresent()) {
      return span.map(now::minus);
    }
    Matcher date = DATE_AND_TIME.matcher(text);
    if (date.matches()) {
      LocalTime time =
          date.group("time") == null ? LocalTime.MIDNIGHT : LocalTime.parse(date.group("time"));
      return Optional.of(
          LocalDateTime.of(LocalDate.parse(date.group("date")), time)
              .atZone(ZoneId.systemDefault())
              .toInstant());
    }
    return Optional.of(
        OffsetDateTime.parse(text.toUpperCase(Locale.ROOT).replace(' ', 'T')).toInstant());
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
  }
}
