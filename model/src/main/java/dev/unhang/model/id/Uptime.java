package dev.unhang.model.id;

import java.math.BigDecimal;
import java.util.Optional;

/// printk's clock: microseconds since boot by local_clock(). It stops in suspend and drifts against
/// CLOCK_MONOTONIC, so it is a type of its own.
///
/// Kernel: kernel/printk/printk.c, print_time()
public record Uptime(long micros) implements Comparable<Uptime> {
  private static final int MAX_DIGITS = 18;
  private static final int MAX_DECIMALS = 9;

  public Uptime {
    if (micros < 0) {
      throw new IllegalArgumentException("an uptime can't be negative: " + micros);
    }
  }

  /// Reads `19.348376`; empty where the text is not that or too long to be one.
  public static Optional<Uptime> parse(String text) {
    int point = text.indexOf('.');
    int decimals = text.length() - point - 1;
    boolean isOne =
        text.length() <= MAX_DIGITS
            && point > 0
            && decimals > 0
            && decimals <= MAX_DECIMALS
            && areDigits(text, 0, point)
            && areDigits(text, point + 1, text.length());
    return isOne
        ? Optional.of(new Uptime(new BigDecimal(text).movePointRight(6).longValue()))
        : Optional.empty();
  }

  /// Compared by hand: every line of a log has one, and a process that reads one log lives too
  /// short for a regular expression to pay off.
  private static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
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
