package dev.unhang.repair.bisect;

import dev.unhang.model.net.OffloadGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How far the search for the least set has come: nothing but the runs so far. What comes next
/// follows from them, so that who was cut off goes on by reading them again.
///
/// That a set is the least rests on hangs alone, which are certain: every smaller set, and every
/// other one of its size, was seen to hang, itself or with more off. That it stops the hang rests
/// on a quiet time, of which the chance is bounded. Likely errata only choose what is asked next:
/// one that was not thought of takes longer, and is not found wrongly.
public record Bisect(Setup setup, List<Run> runs) {
  /// Hangs from which the rate is learned, with all settings on.
  static final int LEARNED = 4;

  /// So small a chance is taken for an answer on the way: what follows would find it wrong.
  static final double ON_THE_WAY = 0.05;

  /// So small a chance is taken for the end. Few sets are ever tried so far.
  static final double AT_THE_END = 0.002;

  /// As sure as that of a set, it is tried to the end instead of dividing further.
  private static final double LIKELY = 0.8;

  public Bisect {
    runs = List.copyOf(runs);
  }

  /// Before the first run.
  public static Bisect begin(Setup setup) {
    return new Bisect(setup, List.of());
  }

  /// With one run more.
  public Bisect with(Run run) {
    List<Run> more = new ArrayList<>(runs);
    more.add(run);
    return new Bisect(setup, more);
  }

  /// Hangs provoked so far.
  public int hangs() {
    return (int) runs.stream().filter(Run::hung).count();
  }

  /// What comes next.
  public Step next() {
    return next(Beliefs.before(setup));
  }

  /// The same for who asks often.
  Step next(Beliefs beliefs) {
    Weighed weighed = new Weighed(setup, runs);
    Step step = found(beliefs, weighed);
    if (!(step instanceof Step.Ask)) {
      return step;
    }
    if (hangs() >= setup.mostHangs()) {
      return new Step.GaveUp("it hung " + hangs() + " times, which is the limit");
    }
    if (weighed.total() >= setup.mostExposure()) {
      return new Step.GaveUp(
          weighed.hangs() < LEARNED
              ? "it hangs too rarely under this load to be tested: "
                  + weighed.hangs()
                  + " times in all that was to be spent"
              : "all that was to be spent is spent");
    }
    return step;
  }

  private Step found(Beliefs beliefs, Weighed weighed) {
    if (weighed.hangs() < LEARNED) {
      return weighed.fails(setup.all()) ? new Step.NoneSuffices() : ask(0, setup.longestRun());
    }
    if (weighed.fails(setup.all())) {
      return new Step.NoneSuffices();
    }
    Beliefs now = beliefs.after(weighed);
    int size = 1;
    while (allFail(weighed, size)) {
      size++;
    }
    List<Integer> stopping =
        setup.ofSize(size).stream()
            .filter(set -> !weighed.fails(set) && weighed.isQuiet(set, AT_THE_END))
            .toList();
    if (!stopping.isEmpty()) {
      List<Integer> open =
          setup.ofSize(size).stream()
              .filter(set -> !weighed.fails(set) && !takesAlong(set, stopping))
              .toList();
      return open.isEmpty() ? new Step.Found(sets(least(stopping))) : others(now, weighed, open);
    }
    return search(now, weighed, size);
  }

  /// Whether all of one of the others goes off with it: then it stops the hang as that one does,
  /// and costs more.
  private boolean takesAlong(int set, List<Integer> others) {
    int off = setup.closed(set);
    return others.stream().map(setup::closed).anyMatch(other -> (off & other) == other);
  }

  private List<Integer> least(List<Integer> stopping) {
    return stopping.stream()
        .filter(set ->
            stopping.stream()
                .map(setup::closed)
                .noneMatch(
                    other -> other != setup.closed(set) && (setup.closed(set) & other) == other))
        .toList();
  }

  private boolean allFail(Weighed weighed, int size) {
    return setup.ofSize(size).stream().allMatch(weighed::fails);
  }

  private List<Set<OffloadGroup>> sets(List<Integer> sets) {
    return sets.stream().map(setup::groups).toList();
  }

  private Step ask(int set, double exposure) {
    return new Step.Ask(setup.groups(setup.closed(set)), Math.min(exposure, setup.longestRun()));
  }

  /// Towards the set that is likely to be the least: it is tried to the end once it is likely
  /// enough, and what is in question is divided before.
  ///
  /// @param size of the smallest sets that are open
  private Step search(Beliefs now, Weighed weighed, int size) {
    List<Integer> open = setup.ofSize(size).stream().filter(set -> !weighed.fails(set)).toList();
    double[] least = now.isLeast();
    int likeliest = likeliest(least);
    boolean isLikely = least[likeliest] >= LIKELY;
    int next = -1;
    double bound = ON_THE_WAY;
    if (!now.isEmpty() && now.noneSuffices() >= LIKELY) {
      next = setup.all();
      bound = AT_THE_END;
    } else if (isLikely && Integer.bitCount(likeliest) > size) {
      // Smaller ones have to be seen to hang: that is done before the long quiet time.
      return others(now, weighed, open);
    } else if (isLikely) {
      next = likeliest;
      bound = AT_THE_END;
    } else if (!now.isEmpty()) {
      next = now.dividing(weighed);
    }
    if (next < 0 || weighed.isQuiet(next, bound)) {
      // Nothing that was thought of fits well: before sets are tried one by one, all of them are.
      boolean isStopped = weighed.isQuiet(setup.all(), AT_THE_END);
      int one = Integer.bitCount(likeliest) == size ? likeliest : open.getFirst();
      next = isStopped ? one : setup.all();
      bound = AT_THE_END;
    }
    return ask(next, weighed.missing(next, bound));
  }

  private static int likeliest(double[] chances) {
    int likeliest = 0;
    for (int set = 1; set < chances.length; set++) {
      likeliest = chances[set] > chances[likeliest] ? set : likeliest;
    }
    return likeliest;
  }

  /// Sets that are open are most cheaply seen to fail together: with as much off as is believed to
  /// hang. One that is believed to suffice is tried to its end.
  private Step others(Beliefs now, Weighed weighed, List<Integer> open) {
    int best = -1;
    double most = 0;
    for (int set = 1; set <= setup.all(); set++) {
      if (!now.isEmpty() && !weighed.fails(set) && !weighed.isQuiet(set, ON_THE_WAY)) {
        int wider = set;
        long within = open.stream().filter(each -> (each & wider) == each).count();
        double worth = within == 0 ? 0 : within * (1 - now.stops(set));
        if (worth > most) {
          most = worth;
          best = set;
        }
      }
    }
    if (best >= 0 && most >= 0.5) {
      return ask(best, weighed.missing(best, ON_THE_WAY));
    }
    int next = open.getFirst();
    for (int set : open) {
      if (!now.isEmpty() && now.stops(set) > now.stops(next)) {
        next = set;
      }
    }
    return ask(next, weighed.missing(next, AT_THE_END));
  }
}
