package dev.unhang.model.id;

import java.time.Duration;

/// A span counted in timer ticks. It becomes a time only with a known [Hertz].
///
/// @param count ticks, not negative
public record Ticks(long count) {
  public Ticks {
    if (count < 0) {
      throw new IllegalArgumentException("a span of ticks can't be negative: " + count);
    }
  }

  /// The same span as a time.
  public Duration at(Hertz hz) {
    return Duration.ofMillis(Math.round(count * 1000.0 / hz.perSecond()));
  }
}
