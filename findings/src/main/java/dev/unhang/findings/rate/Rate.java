package dev.unhang.findings.rate;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/// How often NICs hung in the time, or under the load, in which they could have. Hangs are taken to
/// come singly, apart from each other, and at one steady rate.
///
/// @param hangs each burst once; less than 2^31
/// @param exposure time that logs cover, or bytes sent, in any one unit; not negative. Without any,
///   rates are unbounded
public record Rate(long hangs, double exposure) {
  /// How sure the bounds are.
  public static final double LEVEL = 0.95;

  private static final double OUTSIDE = 1 - LEVEL;

  /// Below any mean that is of interest, and above the nothing that a Poisson distribution has not.
  private static final double LEAST_MEAN = 1e-12;

  private static final BrentSolver ROOT = new BrentSolver(1e-14, 1e-14, 1e-15);

  public Rate {
    if (hangs < 0 || hangs > Integer.MAX_VALUE || !(exposure >= 0) || !Double.isFinite(exposure)) {
      throw new IllegalArgumentException("no rate: " + hangs + " in " + exposure);
    }
  }

  /// Bounds of a rate, hangs a unit of exposure.
  public record Interval(double low, double high) {}

  /// Hangs a unit of exposure, the likeliest.
  public double perUnit() {
    return hangs / exposure;
  }

  /// Where the true rate is, at 95 %. Each end leaves out half of the rest; of the count that was
  /// seen half its chance is taken (mid-P), so that the true rate is neither covered much oftener
  /// nor less often than is said.
  ///
  /// Garwood, F., "Fiducial Limits for the Poisson Distribution", 1936. Mid-P: Lancaster, H. O.,
  /// "Significance Tests in Discrete Distributions", 1961
  public Interval interval() {
    double end = OUTSIDE / 2;
    double low = hangs == 0 ? 0 : root(mean -> midBelow(mean) - (1 - end)) / exposure;
    double high = root(mean -> midBelow(mean) - end) / exposure;
    return new Interval(low, high);
  }

  /// The chance of fewer where so many are expected, and half of that of as many.
  private double midBelow(double mean) {
    PoissonDistribution counts = PoissonDistribution.of(mean);
    return counts.cumulativeProbability((int) hangs) - counts.probability((int) hangs) / 2;
  }

  /// A mean of Poisson: more than its upper end is never expected where so many were seen.
  private double root(DoubleUnaryOperator falling) {
    return ROOT.findRoot(falling, LEAST_MEAN, hangs + 10 * Math.sqrt(hangs + 1.0) + 20);
  }

  /// What the true rate is below, at 95 %; without a hang that is 3.0 over the exposure.
  ///
  /// Hanley, J. A., Lippman-Hand, A., "If Nothing Goes Wrong, Is Everything All Right?", 1983
  public double atMost() {
    double degrees = 2.0 * hangs + 2;
    return ChiSquaredDistribution.of(degrees).inverseSurvivalProbability(OUTSIDE) / 2 / exposure;
  }

  /// The chance that so few hangs, or fewer, come in the later exposure where the rate is the same:
  /// each of all the hangs falls into the later part with that part's share.
  ///
  /// Przyborowski, J., Wilenski, H., "Homogeneity of Results in Testing Samples from Poisson
  /// Series", 1940
  public double chanceOf(Rate later) {
    double all = exposure + later.exposure;
    if (later.exposure == 0) {
      return 1;
    }
    return later.hangs == 0
        ? Math.pow(exposure / all, (double) hangs)
        : BinomialDistribution.of(Math.toIntExact(hangs + later.hangs), later.exposure / all)
            .cumulativeProbability((int) later.hangs);
  }

  /// How much exposure without a hang it takes until that has no more than a chance; infinite where
  /// it never hung.
  public double quietUntil(double chance) {
    return exposure * (Math.pow(chance, -1.0 / hangs) - 1);
  }
}
