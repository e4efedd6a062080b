package dev.unhang.watch.machine;

import java.time.Duration;
import java.time.Instant;

/// When something happened. Spans are counted by the monotonic clock alone: wall time may jump.
///
/// @param monotonic CLOCK_MONOTONIC
/// @param wall to show to a person
public record Moment(Duration monotonic, Instant wall) {
  /// How long after another moment.
  public Duration since(Moment other) {
    return monotonic.minus(other.monotonic);
  }
}
