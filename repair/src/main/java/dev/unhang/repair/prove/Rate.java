package dev.unhang.repair.prove;

/// How often a NIC hung in the time, or under the load, in which it could have.
///
/// @param hangs each burst once
/// @param exposure seconds that logs cover, or bytes sent; not negative. Without any, rates are
///   unbounded
public record Rate(long hangs, double exposure) {
  /// How sure the bounds are.
  public static final double LEVEL = 0.95;

  private static final double OUTSIDE = 1 - LEVEL;

  public Rate {
    if (hangs < 0 || !(exposure >= 0) || !Double.isFinite(exposure)) {
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
    double low =
        hangs == 0
            ? 0
            : PoissonTail.crossing(mean -> midBelow(hangs, mean), 1 - end, far()) / exposure;
    double high = PoissonTail.crossing(mean -> midBelow(hangs, mean), end, far()) / exposure;
    return new Interval(low, high);
  }

  /// The chance of fewer, and half of that of as many.
  private static double midBelow(long hangs, double mean) {
    return PoissonTail.atMost(hangs, mean) - PoissonTail.exactly(hangs, mean) / 2;
  }

  /// What the true rate is below, at 95 %; without a hang that is 3.0 over the exposure.
  ///
  /// Hanley, J. A., Lippman-Hand, A., "If Nothing Goes Wrong, Is Everything All Right?", 1983
  public double atMost() {
    return PoissonTail.crossing(mean -> PoissonTail.atMost(hangs, mean), OUTSIDE, far()) / exposure;
  }

  /// More hangs than that are never expected where so many were seen.
  private double far() {
    return hangs + 10 * Math.sqrt(hangs + 1.0) + 20;
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
        : PoissonTail.atMostOf(later.hangs, hangs + later.hangs, later.exposure / all);
  }

  /// How much exposure without a hang it takes until that has no more than a chance; infinite where
  /// it never hung.
  public double quietUntil(double chance) {
    return exposure * (Math.pow(chance, -1.0 / hangs) - 1);
  }
}
