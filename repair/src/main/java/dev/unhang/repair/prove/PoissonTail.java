package dev.unhang.repair.prove;

import java.util.function.DoubleUnaryOperator;

/// How likely counts are of events that come singly, independently and at one steady rate.
///
/// The sums are exact but for rounding. Haight, F. A., "Handbook of the Poisson Distribution", 1967
final class PoissonTail {
  /// Halving a range so often leaves nothing of it that a double can tell apart.
  private static final int HALVINGS = 200;

  /// Terms this small no longer change a sum.
  private static final double NEGLIGIBLE = 1e-18;

  /// From here on Stirling's series is exact to twelve digits.
  private static final long STIRLING_FROM = 32;

  private PoissonTail() {}

  /// The chance of exactly so many.
  ///
  /// @param mean how many are expected; not negative
  static double exactly(long count, double mean) {
    if (mean == 0) {
      return count == 0 ? 1 : 0;
    }
    return Math.exp(count * Math.log(mean) - mean - logFactorial(count));
  }

  /// The chance of so many or fewer.
  static double atMost(long count, double mean) {
    if (count > mean) {
      return 1 - above(count, mean);
    }
    double term = exactly(count, mean);
    double sum = 0;
    for (long k = count; k >= 0 && term > NEGLIGIBLE * sum; k--) {
      sum += term;
      term *= k / mean;
    }
    return Math.min(1, sum);
  }

  /// Behind the mean terms shrink; summed from there none is lost to rounding.
  private static double above(long count, double mean) {
    double term = exactly(count + 1, mean);
    double sum = 0;
    for (long k = count + 1; term > NEGLIGIBLE * sum; k++) {
      sum += term;
      term *= mean / (k + 1);
    }
    return sum;
  }

  /// The chance of so many or fewer in a number of trials that each succeed with one probability.
  ///
  /// @param probability between 0 and 1, both excluded
  static double atMostOf(long count, long trials, double probability) {
    double sum = 0;
    for (long k = 0; k <= Math.min(count, trials); k++) {
      sum +=
          Math.exp(
              logFactorial(trials)
                  - logFactorial(k)
                  - logFactorial(trials - k)
                  + k * Math.log(probability)
                  + (trials - k) * Math.log1p(-probability));
    }
    return Math.min(1, sum);
  }

  /// Where a function that falls from above a level to below it crosses the level.
  ///
  /// @param below a place where it is below
  static double crossing(DoubleUnaryOperator falling, double level, double below) {
    double low = 0;
    double high = below;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (falling.applyAsDouble(middle) > level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double logFactorial(long number) {
    if (number < STIRLING_FROM) {
      double product = 1;
      for (long k = 2; k <= number; k++) {
        product *= k;
      }
      return Math.log(product);
    }
    double n = number;
    return (n + 0.5) * Math.log(n)
        - n
        + 0.5 * Math.log(2 * Math.PI)
        + 1 / (12 * n)
        - 1 / (360 * n * n * n)
        + 1 / (1260 * n * n * n * n * n);
  }
}
