package dev.unhang.model.log;

import dev.unhang.model.id.Uptime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a log line says it was written. A log may know the wall time, the uptime, both or neither.
///
/// @param wall only where the log names date, year and zone (or is a journal)
/// @param uptime printk's stamp
/// @param text the stamp as it stands in the log, `May 25 15:23:30` or `[ 19.348376]`; empty where
///   the line bears none
public record LogStamp(Optional<Instant> wall, Optional<Uptime> uptime, String text) {
  /// A line without any stamp.
  public static final LogStamp NONE = new LogStamp(Optional.empty(), Optional.empty(), "");

  private static final Duration LATER = Duration.ofSeconds(2);

  /// Whether the line bears any time at all.
  public boolean isKnown() {
    return wall.isPresent() || uptime.isPresent() || !text.isEmpty();
  }

  /// Whether two logs mean the same moment, by the best clock both bear: printk's to the
  /// microsecond; the wall's as far as a daemon that takes the record some time later can tell.
  public boolean isSameMoment(LogStamp other) {
    if (uptime.isPresent() && other.uptime.isPresent()) {
      return uptime.equals(other.uptime);
    }
    if (wall.isPresent() && other.wall.isPresent()) {
      return Duration.between(wall.get(), other.wall.get()).abs().compareTo(LATER) <= 0;
    }
    return !text.isEmpty() && text.equals(other.text);
  }
}
