package dev.unhang.model.facts;

import java.time.Duration;
import java.time.Instant;

/// The average throughput of an interval.
///
/// @param end of the interval
/// @param step its length
/// @param bytesPerSecond finite, not negative
public record Sample(Instant end, Duration step, double bytesPerSecond) {
  public Sample {
    if (!Double.isFinite(bytesPerSecond) || bytesPerSecond < 0) {
      throw new IllegalArgumentException("no throughput: " + bytesPerSecond);
    }
    if (step.isNegative() || step.isZero()) {
      throw new IllegalArgumentException("no interval: " + step);
    }
  }

  /// When the interval began.
  public Instant begin() {
    return end.minus(step);
  }

  /// Whether a moment lies in it: behind its beginning, up to its end.
  public boolean holds(Instant moment) {
    return moment.isAfter(begin()) && !moment.isAfter(end);
  }
}
