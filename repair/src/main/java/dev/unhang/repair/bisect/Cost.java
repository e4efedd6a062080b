package dev.unhang.repair.bisect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/// What a search is expected to cost from here on: medians of searches that are played, each with
/// an erratum as likely as what was seen makes it.
///
/// @param runs how many more
/// @param exposure how much more
/// @param hangs how many more are provoked
public record Cost(int runs, double exposure, int hangs) {
  /// The medians of so many are off by a run or two.
  private static final int PLAYED = 100;

  /// The same question gets the same answer.
  private static final long SEED = 1;

  /// From a state to the end.
  ///
  /// @param toHang exposure until a hang comes, on average: learned from logs, or guessed; what the
  ///   runs of the state tell counts more
  public static Cost toCome(Bisect state, double toHang) {
    Beliefs before = Beliefs.before(state.setup());
    Weighed weighed = new Weighed(state.setup(), state.runs());
    Beliefs now = before.after(weighed);
    Random random = new Random(SEED);
    List<Integer> runs = new ArrayList<>();
    List<Double> exposures = new ArrayList<>();
    List<Integer> hangs = new ArrayList<>();
    for (int i = 0; i < PLAYED; i++) {
      IntPredicate stops = (now.isEmpty() ? before : now).at(random.nextDouble());
      Bisect end = played(state, before, stops, weighed.toHang().orElse(toHang), random);
      runs.add(end.runs().size() - state.runs().size());
      hangs.add(end.hangs() - state.hangs());
      exposures.add(total(end) - total(state));
    }
    return new Cost(
        runs.stream().sorted().toList().get(PLAYED / 2),
        exposures.stream().sorted().toList().get(PLAYED / 2),
        hangs.stream().sorted().toList().get(PLAYED / 2));
  }

  private static double total(Bisect state) {
    return state.runs().stream().mapToDouble(Run::exposure).sum();
  }

  private static Bisect played(
      Bisect state, Beliefs before, IntPredicate stops, double toHang, Random random) {
    Bisect search = state;
    while (search.next(before) instanceof Step.Ask ask) {
      double hang =
          stops.test(search.setup().set(ask.off()))
              ? Double.POSITIVE_INFINITY
              : -Math.log(1 - random.nextDouble()) * toHang;
      boolean hangs = hang <= ask.exposure();
      search = search.with(new Run(ask.off(), hangs ? hang : ask.exposure(), hangs));
    }
    return search;
  }
}
