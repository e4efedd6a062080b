package dev.unhang.bench.table;

import java.time.Duration;

/// What is wanted of a ratio of times: ours to theirs.
///
/// @param limit the ratio that is still good
/// @param text as the table says it
public record Goal(double limit, String text) {
  /// At most so many times as long as the other.
  public static Goal atMost(int times) {
    return new Goal(times, "<= " + times + " x");
  }

  /// So many times faster than the other.
  public static Goal faster(int times) {
    return new Goal(1.0 / times, ">= " + times + " x faster");
  }

  /// Ours to theirs.
  public static double ratio(Duration ours, Duration theirs) {
    return (double) ours.toNanos() / Math.max(1, theirs.toNanos());
  }

  /// Whether a ratio is good enough.
  public boolean isMetBy(double ratio) {
    return ratio <= limit;
  }
}
