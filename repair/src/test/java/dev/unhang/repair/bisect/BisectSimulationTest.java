package dev.unhang.repair.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.net.OffloadGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A thousand made-up errata, of which the least set is known. Numbers of docs/statistics.md are
/// from here.
class BisectSimulationTest {
  private static final int ERRATA = 1_000;

  private static final Setup SETUP = new Setup(OffloadGroup.SETTABLE, Map.of(), 60, 60, 1_000_000);

  private static final Beliefs BELIEFS = Beliefs.before(SETUP);

  private enum Kind {
    ONE,
    BOTH_OF_TWO,
    EITHER_OF_TWO,
    LOAD_DEPENDENT,
    RARE,
    NONE
  }

  /// A search that was played.
  private record Played(long seed, Kind kind, Erratum erratum, Bisect search, Step end) {}

  private static Played play(long seed) {
    Random random = new Random(seed);
    Kind kind = Kind.values()[(int) (seed % Kind.values().length)];
    List<Integer> settings = new ArrayList<>();
    for (int i = 0; i < SETUP.among().size(); i++) {
      settings.add(1 << i);
    }
    Collections.shuffle(settings, random);
    int one = settings.getFirst();
    int other = settings.getLast();
    Erratum erratum =
        new Erratum(
            switch (kind) {
              case ONE, LOAD_DEPENDENT, RARE -> List.of(one);
              case BOTH_OF_TWO -> List.of(one, other);
              case EITHER_OF_TWO -> List.of(one | other);
              case NONE -> List.of(0);
            },
            1);
    // Hangs come after 1 to 30; rare ones after 120, so that most first runs are quiet.
    double toHang = kind == Kind.RARE ? 120 : Math.exp(random.nextDouble() * Math.log(30));
    Bisect search = Bisect.begin(SETUP);
    while (search.next(BELIEFS) instanceof Step.Ask ask) {
      int off = SETUP.set(ask.off());
      double rarer =
          kind == Kind.LOAD_DEPENDENT
              ? 1 + (double) Integer.bitCount(off) / SETUP.among().size()
              : 1;
      double hang =
          erratum.stoppedBy(off)
              ? Double.POSITIVE_INFINITY
              : -Math.log(1 - random.nextDouble()) * toHang * rarer;
      boolean hangs = hang <= ask.exposure();
      search = search.with(new Run(ask.off(), hangs ? hang : ask.exposure(), hangs));
    }
    return new Played(seed, kind, erratum, search, search.next(BELIEFS));
  }

  private static Set<Set<OffloadGroup>> least(Erratum erratum) {
    for (int size = 1; size <= SETUP.among().size(); size++) {
      Set<Set<OffloadGroup>> least = new HashSet<>();
      for (int set : SETUP.ofSize(size)) {
        if (erratum.stoppedBy(set)) {
          least.add(SETUP.groups(set));
        }
      }
      if (!least.isEmpty()) {
        return least;
      }
    }
    return Set.of();
  }

  private static boolean isRight(Played played) {
    return switch (played.end()) {
      case Step.Found found -> new HashSet<>(found.sets()).equals(least(played.erratum()));
      case Step.NoneSuffices none -> played.kind() == Kind.NONE;
      default -> false;
    };
  }

  private static boolean isProvedWrongly(Played played) {
    return played.end() instanceof Step.Found found
        && found.sets().stream().anyMatch(set -> !played.erratum().stoppedBy(SETUP.set(set)));
  }

  @Test
  void theLeastSetIsFound() {
    List<Long> wrong = new ArrayList<>();
    List<Long> provedWrongly = new ArrayList<>();
    List<Integer> hangs = new ArrayList<>();
    for (long seed = 0; seed < ERRATA; seed++) {
      Played played = play(seed);
      hangs.add(played.search().hangs());
      if (!isRight(played)) {
        wrong.add(seed);
      }
      if (isProvedWrongly(played)) {
        provedWrongly.add(seed);
      }
    }
    Collections.sort(hangs);
    assertThat(wrong).as("seeds that went wrong").hasSizeLessThanOrEqualTo(ERRATA / 100);
    assertThat(provedWrongly).as("seeds proved wrongly").hasSizeLessThanOrEqualTo(ERRATA / 20);
    assertThat(hangs.get(ERRATA / 2)).as("median of hangs").isLessThanOrEqualTo(12);
  }
}
