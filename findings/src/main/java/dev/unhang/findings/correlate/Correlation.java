package dev.unhang.findings.correlate;

import dev.unhang.model.facts.NicLoad;
import dev.unhang.model.facts.Sample;
import dev.unhang.model.facts.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/// Whether hangs come when much is sent.
///
/// A hang is laid beside the busier of two intervals: the one it began in, which it may have cut
/// short, and the one before. All other moments are looked at the same way, two intervals at a
/// time, so that taking the busier one favours neither side. A rank test then says how surprising
/// the difference would be if load did not matter; it asks nothing of how load is distributed.
///
/// Mann, H. B., Whitney, D. R., "On a test of whether one of two random variables is stochastically
/// larger than the other", 1947. Effect: Vargha, A., Delaney, H. D., 2000, A
public sealed interface Correlation {
  /// Fewer other moments than that say nothing.
  int FEWEST_OTHERS = 10;

  /// So small a chance is not taken for one.
  double SURE = 0.01;

  /// The usual bound below which a difference is worth a second look.
  double LIKELY = 0.05;

  /// Vargha and Delaney call 0.71 a large effect.
  double STRONG = 0.71;

  /// What a comparison says.
  enum Conclusion {
    /// Load is the common denominator.
    UNDER_LOAD,
    /// It may be.
    PERHAPS_UNDER_LOAD,
    /// Nothing speaks for it.
    NO_SIGN
  }

  /// It can't be said.
  ///
  /// @param why for a person
  record NotEnough(Series series, String why) implements Correlation {}

  /// What the comparison came to.
  ///
  /// @param before bytes per second, a number for each hang
  /// @param others bytes per second, a number for each other moment
  /// @param uncovered hangs outside what the series knows
  /// @param p the chance of so much difference or more if load did not matter
  /// @param effect the chance that there was more load before a hang than at another moment; 0.5 is
  ///   no difference
  record Compared(
      Series series,
      List<Double> before,
      List<Double> others,
      int uncovered,
      double p,
      double effect)
      implements Correlation {
    public Compared {
      before = List.copyOf(before);
      others = List.copyOf(others);
    }

    /// What that says.
    public Conclusion conclusion() {
      if (p < SURE && effect > STRONG) {
        return Conclusion.UNDER_LOAD;
      }
      return p < LIKELY ? Conclusion.PERHAPS_UNDER_LOAD : Conclusion.NO_SIGN;
    }

    /// Median of the load before hangs, bytes per second.
    public double medianBefore() {
      return median(before);
    }

    /// Median of the load at all other times, bytes per second.
    public double medianOthers() {
      return median(others);
    }

    private static double median(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      int half = sorted.size() / 2;
      return sorted.size() % 2 == 1
          ? sorted.get(half)
          : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
  }

  /// A hang's time.
  ///
  /// @param first when it was first reported
  /// @param last when it was last reported
  record Hang(Instant first, Instant last) {}

  /// Compares the throughput before hangs with that of all other times.
  static Correlation of(Series series, List<Hang> hangs) {
    if (series.isTooCoarse()) {
      return new NotEnough(
          series,
          "its intervals are "
              + series.step().toMinutes()
              + " min long, which smooths away the peak that matters");
    }
    List<Sample> samples = series.samples();
    Set<Integer> beginnings = new HashSet<>();
    Set<Integer> taken = new HashSet<>();
    int uncovered = 0;
    for (Hang hang : hangs) {
      int at = intervalOf(samples, hang.first());
      uncovered += at < 0 ? 1 : 0;
      if (at >= 0) {
        beginnings.add(at);
      }
      for (int i = 0; i < samples.size(); i++) {
        if (touches(samples.get(i), hang)) {
          taken.add(i);
        }
      }
    }
    return compared(series, moments(samples, beginnings, taken), uncovered);
  }

  private static int intervalOf(List<Sample> samples, Instant moment) {
    for (int i = 1; i < samples.size(); i++) {
      boolean together = samples.get(i).begin().equals(samples.get(i - 1).end());
      if (samples.get(i).holds(moment) && together) {
        return i;
      }
    }
    return -1;
  }

  private static boolean touches(Sample sample, Hang hang) {
    return sample.begin().isBefore(hang.last()) && !sample.end().isBefore(hang.first());
  }

  /// @return the load before each hang, then at the other moments
  private static List<List<Double>> moments(
      List<Sample> samples, Set<Integer> beginnings, Set<Integer> taken) {
    List<Double> before = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    for (int i = 1; i < samples.size(); i++) {
      double busier =
          Math.max(samples.get(i - 1).bytesPerSecond(), samples.get(i).bytesPerSecond());
      boolean together = samples.get(i).begin().equals(samples.get(i - 1).end());
      if (beginnings.contains(i)) {
        before.add(busier);
      } else if (together
          && !taken.contains(i)
          && !taken.contains(i - 1)
          && !beginnings.contains(i + 1)) {
        others.add(busier);
      }
    }
    return List.of(before, others);
  }

  private static Correlation compared(Series series, List<List<Double>> moments, int uncovered) {
    List<Double> before = moments.getFirst();
    List<Double> others = moments.getLast();
    if (before.size() < NicLoad.FEWEST_HANGS || others.size() < FEWEST_OTHERS) {
      return new NotEnough(
          series,
          "it knows the load before "
              + before.size()
              + " hangs and at "
              + others.size()
              + " other moments; "
              + NicLoad.FEWEST_HANGS
              + " and "
              + FEWEST_OTHERS
              + " are the fewest that say anything");
    }
    var result =
        MannWhitneyUTest.withDefaults()
            .with(AlternativeHypothesis.GREATER_THAN)
            .test(array(before), array(others));
    double effect = result.getStatistic() / ((double) before.size() * others.size());
    return new Compared(series, before, others, uncovered, result.getPValue(), effect);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
