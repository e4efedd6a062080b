package dev.unhang.model.log;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The time between two stamps of one log, by the best clock both bear.
public final class Gap {
  /// Syslog stamps name no year; any leap year serves for a difference.
  private static final DateTimeFormatter SYSLOG =
      new DateTimeFormatterBuilder()
          .appendPattern("MMM ppd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .parseDefaulting(ChronoField.YEAR, 2024)
          .toFormatter(Locale.ROOT);

  /// ctime(3), which `dmesg -T` prints in brackets; the day of the week is left out before.
  private static final DateTimeFormatter CTIME =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss yyyy", Locale.ROOT);

  private static final Pattern CTIME_STAMP =
      Pattern.compile(
          "\\[?[A-Z][a-z]{2} ([A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4})\\]?");

  /// A clock that is set while the machine runs, or read late, jumps by less as a rule.
  private static final Duration CLOCK_SET = Duration.ofMinutes(15);

  private Gap() {}

  /// From one stamp to the other, negative when time runs backwards; empty where they share no
  /// clock.
  public static Optional<Duration> between(LogStamp from, LogStamp to) {
    if (from.uptime().isPresent() && to.uptime().isPresent()) {
      long micros = to.uptime().get().micros() - from.uptime().get().micros();
      return Optional.of(Duration.ofNanos(micros * 1000));
    }
    return byCalendar(from, to);
  }

  /// The same by the calendar alone.
  public static Optional<Duration> byCalendar(LogStamp from, LogStamp to) {
    if (from.wall().isPresent() && to.wall().isPresent()) {
      return Optional.of(Duration.between(from.wall().get(), to.wall().get()));
    }
    return between(from.text(), to.text(), Gap::syslog)
        .or(() -> between(from.text(), to.text(), Gap::ctime));
  }

  /// Whether the machine was started anew between the two: the calendar went on, and its uptime not
  /// as far.
  public static boolean spansReboot(LogStamp from, LogStamp to) {
    Optional<Duration> calendar = byCalendar(from, to).filter(Duration::isPositive);
    boolean told = from.uptime().isPresent() && to.uptime().isPresent();
    return told
        && calendar.isPresent()
        && calendar.get().minus(between(from, to).orElseThrow()).compareTo(CLOCK_SET) > 0;
  }

  private static Optional<Duration> between(
      String from, String to, Function<String, Optional<LocalDateTime>> clock) {
    return clock
        .apply(from)
        .flatMap(start -> clock.apply(to).map(end -> Duration.between(start, end)));
  }

  private static Optional<LocalDateTime> syslog(String text) {
    return text.isEmpty() || !Character.isLetter(text.charAt(0))
        ? Optional.empty()
        : parsed(text, SYSLOG);
  }

  private static Optional<LocalDateTime> ctime(String text) {
    Matcher stamp = CTIME_STAMP.matcher(text);
    return stamp.matches() ? parsed(stamp.group(1), CTIME) : Optional.empty();
  }

  private static Optional<LocalDateTime> parsed(String text, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDateTime.parse(text, form));
    } catch (DateTimeParseException other_form) {
      return Optional.empty();
    }
  }
}
