package dev.unhang.model.log;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/// The time between two stamps of one log, by the best clock both bear.
public final class Gap {
  /// Syslog stamps name no year; any leap year serves for a difference.
  private static final DateTimeFormatter SYSLOG =
      new DateTimeFormatterBuilder()
          .appendPattern("MMM ppd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .parseDefaulting(ChronoField.YEAR, 2024)
          .toFormatter(Locale.ROOT);

  private Gap() {}

  /// From one stamp to the other, negative when time runs backwards; empty where they share no
  /// clock.
  public static Optional<Duration> between(LogStamp from, LogStamp to) {
    if (from.uptime().isPresent() && to.uptime().isPresent()) {
      long micros = to.uptime().get().micros() - from.uptime().get().micros();
      return Optional.of(Duration.ofNanos(micros * 1000));
    }
    if (from.wall().isPresent() && to.wall().isPresent()) {
      return Optional.of(Duration.between(from.wall().get(), to.wall().get()));
    }
    return syslog(from.text())
        .flatMap(start -> syslog(to.text()).map(end -> Duration.between(start, end)));
  }

  private static Optional<LocalDateTime> syslog(String text) {
    if (text.isEmpty() || !Character.isLetter(text.charAt(0))) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(text, SYSLOG));
    } catch (DateTimeParseException other_form) {
      return Optional.empty();
    }
  }
}
