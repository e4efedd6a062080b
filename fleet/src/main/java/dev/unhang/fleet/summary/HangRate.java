package dev.unhang.fleet.summary;

import java.time.Duration;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// How often something hangs, and between which bounds that is with 95 % confidence if hangs come
/// by chance, each apart from the others: Garwood's exact interval of a Poisson mean. A card that
/// hung tends to hang again, so the true bounds are wider where few hosts have most of the hangs.
///
/// @param perDay hangs a host and day
/// @param low of the interval, the same unit
/// @param high of the interval, the same unit
///
///   Garwood, F. (1936): Fiducial limits for the Poisson distribution, Biometrika 28
public record HangRate(double perDay, double low, double high) {
  private static final double TAIL = 0.025;
  private static final double SECONDS_A_DAY = 86_400;

  /// @param covered the time of all hosts together; more than nothing
  static HangRate of(long hangs, Duration covered) {
    double days = covered.toSeconds() / SECONDS_A_DAY;
    double low =
        hangs == 0
            ? 0
            : ChiSquaredDistribution.of(2.0 * hangs).inverseCumulativeProbability(TAIL) / 2;
    double high = ChiSquaredDistribution.of(2.0 * hangs + 2).inverseSurvivalProbability(TAIL) / 2;
    return new HangRate(hangs / days, low / days, high / days);
  }
}
