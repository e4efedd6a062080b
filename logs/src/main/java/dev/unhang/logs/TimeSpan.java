package dev.unhang.logs;

import dev.unhang.logs.record.LogRecord;
import java.time.Instant;
import java.util.Optional;

/// Which part of a text is wanted, by the time of day that its lines bear. A line that bears none
/// goes with the one before it.
///
/// @param since nothing written before; empty for no bound
/// @param until nothing written after; empty for no bound
public record TimeSpan(Optional<Instant> since, Optional<Instant> until) {
  /// All of it.
  public static final TimeSpan ALL = new TimeSpan(Optional.empty(), Optional.empty());

  boolean isAll() {
    return since.isEmpty() && until.isEmpty();
  }

  /// Picks the records of one text that are within.
  final class Picking {
    private boolean within = isAll();
    private boolean dated;
    private boolean any = isAll();

    /// Whether a record is wanted.
    boolean takes(LogRecord record) {
      Optional<Instant> at = record.at().wall();
      if (!isAll() && at.isPresent()) {
        dated = true;
        within =
            since.map(from -> !at.get().isBefore(from)).orElse(true)
                && until.map(to -> !at.get().isAfter(to)).orElse(true);
      }
      any |= within;
      return within;
    }

    /// Why nothing could be picked; empty where something was.
    Optional<String> nothing() {
      if (any) {
        return Optional.empty();
      }
      return Optional.of(
          dated
              ? "holds nothing of that time"
              : "its stamps name no year and zone, so that no time can be chosen: leave --since and"
                  + " --until out");
    }
  }
}
