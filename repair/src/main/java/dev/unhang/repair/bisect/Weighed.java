package dev.unhang.repair.bisect;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/// What the runs so far say. A hang is certain: what was off then does not stop it. A quiet time
/// says that it is stopped only as far as it is no chance.
final class Weighed {
  /// With more off less is sent, and a hang may become rarer without being stopped: by that factor,
  /// no quiet time is counted for more.
  static final double RARER = 2;

  private static final double ROUNDING = 1e-9;

  private final int all;
  private final boolean[] hung;
  private final double[] quiet;
  private final int[] closed;
  private int hangs;
  private double exposure;
  private double total;

  Weighed(Setup setup, List<Run> runs) {
    this.all = setup.all();
    this.hung = new boolean[all + 1];
    this.quiet = new double[all + 1];
    this.closed = IntStream.rangeClosed(0, all).map(setup::closed).toArray();
    Set<Integer> hanging = new HashSet<>();
    for (Run run : runs) {
      if (run.hung()) {
        hanging.add(setup.set(run.off()));
      }
    }
    for (Run run : runs) {
      int set = setup.set(run.off());
      total += run.exposure();
      if (hanging.contains(set) || isBelow(set, hanging)) {
        exposure += run.exposure();
        hangs += run.hung() ? 1 : 0;
      } else {
        quiet[set] += run.exposure();
      }
    }
    for (int set : hanging) {
      hung[set] = true;
    }
    spread();
  }

  private static boolean isBelow(int set, Set<Integer> hanging) {
    return hanging.stream().anyMatch(each -> (set & each) == set);
  }

  /// What hangs with more off hangs with less off; a quiet time with less off is one with more off.
  private void spread() {
    for (int bit = 1; bit <= all; bit <<= 1) {
      for (int set = 0; set <= all; set++) {
        if ((set & bit) != 0) {
          hung[set ^ bit] |= hung[set];
          quiet[set] += quiet[set ^ bit];
        }
      }
    }
  }

  /// Whether a set surely does not stop it.
  boolean fails(int set) {
    return hung[closed[set]];
  }

  /// The chance of so quiet a time if the set does not stop it; 1 where nothing is known.
  double chance(int set) {
    return hangs == 0 ? 1 : Math.pow(exposure / (exposure + quiet[closed[set]] / RARER), hangs);
  }

  /// How much more exposure without a hang a set takes until that chance is no more than a bound.
  double missing(int set, double bound) {
    double needed = RARER * exposure * (Math.pow(bound, -1.0 / hangs) - 1);
    return Math.max(0, needed - quiet[closed[set]]);
  }

  /// Whether a quiet time is no more of a chance than a bound; what rounding leaves missing is
  /// nothing.
  boolean isQuiet(int set, double bound) {
    return hangs > 0 && missing(set, bound) <= ROUNDING * exposure;
  }

  /// Exposure until a hang, on average; empty before the first.
  OptionalDouble toHang() {
    return hangs == 0 ? OptionalDouble.empty() : OptionalDouble.of(exposure / hangs);
  }

  /// Hangs so far.
  int hangs() {
    return hangs;
  }

  /// Spent in all.
  double total() {
    return total;
  }
}
