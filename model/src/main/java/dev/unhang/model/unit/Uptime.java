package dev.unhang.model.unit;

import java.math.BigDecimal;
import java.util.Optional;

/// printk's clock: microseconds since boot by local_clock(). It stops in suspend and drifts against
/// CLOCK_MONOTONIC, so it is a type of its own.
///
/// Kernel: kernel/printk/printk.c, print_time()
public record Uptime(long micros) implements Comparable<Uptime> {
  private static final int MAX_DIGITS = 18;

  public Uptime {
    if (micros < 0) {
      throw new IllegalArgumentException("an uptime can't be negative: " + micros);
    }
  }

  /// Reads `19.348376`; empty where the text is not that or too long to be one.
  public static Optional<Uptime> parse(String text) {
    if (text.length() > MAX_DIGITS || !text.matches("[0-9]+\\.[0-9]{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(new Uptime(new BigDecimal(text).movePointRight(6).longValue()));
  }

  /// Seconds since boot, exact to the microsecond.
  public BigDecimal seconds() {
    return BigDecimal.valueOf(micros, 6);
  }

  @Override
  public int compareTo(Uptime other) {
    return Long.compare(micros, other.micros);
  }

  @Override
  public String toString() {
    return seconds().toPlainString();
  }
}
