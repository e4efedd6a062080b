package dev.unhang.repair.bisect;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How likely each erratum is. It chooses questions, and answers none.
final class Beliefs {
  private final List<Erratum> errata;
  private final double[] weights;
  private final double sum;
  private final int all;

  /// Of each erratum and each set: whether it stops it.
  private final boolean[][] stops;

  /// Of each erratum: how many settings have to be off at least.
  private final int[] sizes;

  private Beliefs(List<Erratum> errata, double[] weights, int all, boolean[][] stops, int[] sizes) {
    this.errata = errata;
    this.weights = weights;
    this.all = all;
    this.stops = stops;
    this.sizes = sizes;
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    this.sum = total;
  }

  /// Before anything was seen.
  static Beliefs before(Setup setup) {
    List<Erratum> errata = Erratum.all(setup.among().size());
    boolean[][] stops = new boolean[errata.size()][setup.all() + 1];
    for (int i = 0; i < stops.length; i++) {
      for (int set = 0; set <= setup.all(); set++) {
        stops[i][set] = errata.get(i).stoppedBy(setup.closed(set));
      }
    }
    return new Beliefs(
        errata,
        errata.stream().mapToDouble(Erratum::weight).toArray(),
        setup.all(),
        stops,
        Stream.of(stops).mapToInt(Beliefs::least).toArray());
  }

  private static int least(boolean[] stopping) {
    return IntStream.range(0, stopping.length)
        .filter(set -> stopping[set])
        .map(Integer::bitCount)
        .min()
        .orElse(0);
  }

  /// After what was seen: what would have stopped a hang that came is out, and what would have hung
  /// in a quiet time is as much less likely as that time is no chance.
  Beliefs after(Weighed weighed) {
    double[] now = new double[weights.length];
    double[] chances = IntStream.rangeClosed(0, all).mapToDouble(weighed::chance).toArray();
    for (int i = 0; i < now.length; i++) {
      now[i] = weights[i] > 0 ? weights[i] * likelihood(stops[i], weighed, chances) : 0;
    }
    return new Beliefs(errata, now, all, stops, sizes);
  }

  private double likelihood(boolean[] stopping, Weighed weighed, double[] chances) {
    double least = 1;
    for (int set = all; set >= 0; set--) {
      if (stopping[set] && weighed.fails(set)) {
        return 0;
      }
      // Quiet times of sets within one another are counted in the largest: the smallest chance.
      if (!stopping[set] && !weighed.fails(set)) {
        least = Math.min(least, chances[set]);
      }
    }
    return least;
  }

  /// Whether no erratum that was thought of fits.
  boolean isEmpty() {
    return sum <= 0;
  }

  /// The erratum at a point between 0 and 1, in shares of how likely each is: drawn at random, each
  /// comes as often as it is likely. It tells which sets stop it.
  IntPredicate at(double point) {
    double left = point * sum;
    int drawn = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        drawn = i;
        left -= weights[i];
        if (left < 0) {
          break;
        }
      }
    }
    boolean[] stopping = stops[drawn];
    return set -> stopping[set];
  }

  /// How likely it is that a set stops it.
  double stops(int set) {
    double likely = 0;
    for (int i = 0; i < weights.length; i++) {
      likely += stops[i][set] ? weights[i] : 0;
    }
    return likely / sum;
  }

  /// How likely it is that none does.
  double noneSuffices() {
    double none = 0;
    for (int i = 0; i < weights.length; i++) {
      none += errata.get(i).causes().contains(0) ? weights[i] : 0;
    }
    return none / sum;
  }

  /// How likely it is that a set stops it and no smaller one does, a number for each set.
  double[] isLeast() {
    double[] least = new double[all + 1];
    for (int i = 0; i < weights.length; i++) {
      for (int set = 0; weights[i] > 0 && set <= all; set++) {
        least[set] += stops[i][set] && Integer.bitCount(set) == sizes[i] ? weights[i] / sum : 0;
      }
    }
    return least;
  }

  /// The set whose answer tells most: of which it is least sure whether it stops it. -1 where the
  /// answers of all are known.
  int dividing(Weighed weighed) {
    int dividing = -1;
    double nearest = 0.5;
    for (int set = 1; set <= all; set++) {
      if (!weighed.fails(set) && !weighed.isQuiet(set, Bisect.ON_THE_WAY)) {
        double unsure = Math.abs(stops(set) - 0.5);
        if (unsure < nearest) {
          nearest = unsure;
          dividing = set;
        }
      }
    }
    return dividing;
  }
}
