package dev.unhang.repair.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Hangs that are not independent of one another count as one: else a quiet time after a cluster
/// looks like more than it is. They are joined over longer and longer pauses until what is left
/// could come at a steady rate.
///
/// @param hangs each cluster once
/// @param isJoined whether hangs had to be joined beyond their bursts
record Clusters(List<Hang> hangs, boolean isJoined) {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofDays(7));

  /// So many standard deviations above what is expected is no chance any more.
  private static final double SURE = 3;

  /// Fewer say nothing of how they are spread.
  private static final int FEWEST = 3;

  /// @param bursts those before a change, by time
  /// @param exposure the clock by which they come
  static Clusters of(List<Hang> bursts, Exposure exposure, Instant change) {
    List<Hang> hangs = bursts;
    for (Duration pause : PAUSES) {
      if (!isClustered(hangs, exposure, change)) {
        break;
      }
      hangs = Hang.joined(bursts, pause);
    }
    return new Clusters(hangs, hangs.size() < bursts.size());
  }

  /// Hangs of a steady rate fall anywhere between the first of them and the change; the squares of
  /// the spaces between them then have a known mean and spread. That it was quiet before the first
  /// is no cluster: the fault may have begun then.
  ///
  /// Greenwood, M., "The Statistical Study of Infectious Diseases", 1946. Moments: Moran, P. A. P.,
  /// "The Random Division of an Interval", 1947
  static boolean isClustered(List<Hang> hangs, Exposure exposure, Instant change) {
    if (hangs.size() < FEWEST) {
      return false;
    }
    double all = exposure.between(hangs.getFirst().first(), change);
    if (all <= 0) {
      return true;
    }
    double squares = 0;
    for (int i = 0; i < hangs.size(); i++) {
      Instant next = i + 1 < hangs.size() ? hangs.get(i + 1).first() : change;
      double share = exposure.between(hangs.get(i).first(), next) / all;
      squares += share * share;
    }
    double points = hangs.size() - 1.0;
    double mean = 2 / (points + 2);
    double variance = 4 * points / ((points + 2) * (points + 2) * (points + 3) * (points + 4));
    return squares > mean + SURE * Math.sqrt(variance);
  }
}
