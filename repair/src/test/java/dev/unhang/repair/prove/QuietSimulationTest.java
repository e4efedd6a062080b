package dev.unhang.repair.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.findings.rate.Rate;
import dev.unhang.model.log.BootEnd;
import dev.unhang.repair.prove.History.Boot;
import dev.unhang.repair.prove.Judged.Verdict;
import dev.unhang.repair.prove.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Made-up cards of which the true rate is known. Numbers of docs/statistics.md are from here.
class QuietSimulationTest {
  private static final int CARDS = 4_000;

  /// Rates from one hang in six days to five a day, over thirty days.
  private static double rate(Random random) {
    return Math.exp(Math.log(1 / 6.0) + random.nextDouble() * Math.log(30));
  }

  private static double[] hangs(Random random, double rate, double from, double to) {
    List<Double> days = new ArrayList<>();
    double day = from;
    while (true) {
      day -= Math.log(1 - random.nextDouble()) / rate;
      if (day >= to) {
        return days.stream().mapToDouble(Double::doubleValue).toArray();
      }
      days.add(day);
    }
  }

  @Test
  void intervalsHoldTheTrueRateAsOftenAsTheySay() {
    long seed = 20_260_101;
    Random random = new Random(seed);
    int held = 0;
    int below = 0;
    for (int card = 0; card < 4 * CARDS; card++) {
      double rate = rate(random);
      Rate seen = new Rate(hangs(random, rate, 0, 30).length, 30);
      Rate.Interval bounds = seen.interval();
      held += bounds.low() <= rate && rate <= bounds.high() ? 1 : 0;
      below += rate <= seen.atMost() ? 1 : 0;
    }
    assertThat(100.0 * held / (4 * CARDS)).as("seed " + seed).isBetween(93.0, 97.0);
    assertThat(100.0 * below / (4 * CARDS)).as("seed " + seed).isBetween(94.5, 97.0);
  }

  /// A change that changes nothing is looked at every day, until it hangs again or is proved.
  ///
  /// @param stop what made a person act: a day, or a number of hangs
  @ParameterizedTest
  @CsvSource({"day, 1", "hang, 2"})
  void nothingIsProvedOftenThatIsNotSo(String stop, long seed) {
    Random random = new Random(seed);
    int proved = 0;
    int judged = 0;
    for (int card = 0; card < CARDS; card++) {
      double rate = rate(random);
      double[] before = hangs(random, rate, 0, 200);
      int acts = 3 + random.nextInt(10);
      double change = stop.equals("day") || before.length < acts ? 21 : before[acts - 1] + 0.01;
      double[] hangs = hangs(random, rate, change, change + 400);
      double next = hangs.length == 0 ? change + 400 : hangs[0];
      Past past = new Past().boot(0, 1000);
      for (double hang : before) {
        if (hang < change) {
          past.hangs(hang);
        }
      }
      boolean isJudged = false;
      for (double now = Math.ceil(change); now < next; now++) {
        Verdict verdict = past.judged(change, now).verdict();
        isJudged |= verdict == Verdict.NOT_YET || verdict == Verdict.PROVED;
        if (verdict == Verdict.PROVED) {
          proved++;
          break;
        }
      }
      judged += isJudged ? 1 : 0;
    }
    assertThat(judged).isGreaterThan(CARDS / 3);
    assertThat(100.0 * proved / CARDS).as("seed " + seed).isLessThanOrEqualTo(5.0);
  }

  /// Bursts, and nights in which nothing happens: what is no steady rate must not be taken for a
  /// proof either.
  @Test
  void hangsInClustersAreNotProvedOftenThatAreNotSo() {
    long seed = 3;
    Random random = new Random(seed);
    int proved = 0;
    for (int card = 0; card < CARDS; card++) {
      double rate = 0.1 + random.nextDouble() * 0.4;
      Past past = new Past().boot(0, 1000);
      double change = 40;
      double next = change + 400;
      for (double cluster : hangs(random, rate, 0, change + 400)) {
        double hang = cluster;
        int times = 1 + random.nextInt(8);
        for (int i = 0; i < times; i++) {
          if (hang < change) {
            past.hangs(hang);
          } else {
            next = Math.min(next, hang);
          }
          hang += random.nextDouble() / 12;
        }
      }
      for (double now = change + 1; now < next; now++) {
        if (past.judged(change, now).verdict() == Verdict.PROVED) {
          proved++;
          break;
        }
      }
    }
    assertThat(100.0 * proved / CARDS).as("seed " + seed).isLessThanOrEqualTo(5.0);
  }

  /// A card that is repaired is proved to be so once it was quiet for as long as it was told.
  @Test
  void theDateThatIsToldHolds() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      double[] before = hangs(random, rate(random), 0, 21);
      Past past = new Past().boot(0, 100_000).hangs(before);
      Judged early = past.judged(21, 21.1);
      if (early.verdict() == Verdict.NOT_YET) {
        Instant told = early.repairedFrom().orElseThrow();
        double day = Duration.between(Past.BEGIN, told).toMillis() / 86_400_000.0;
        assertThat(past.judged(21, day + 0.001).verdict())
            .as("seed " + seed)
            .isEqualTo(Verdict.PROVED);
        assertThat(past.judged(21, day - 0.001).verdict())
            .as("seed " + seed)
            .isEqualTo(Verdict.NOT_YET);
      }
    }
  }

  /// The bound on time is for machines that do much else.
  @Test
  void tenYearsAreJudgedWithinASecond() {
    Random random = new Random(4);
    List<Boot> boots = new ArrayList<>();
    for (int day = 0; day < 3_650; day++) {
      boots.add(
          new Boot(
              new Span(Past.day(day), Past.day(day + 0.99)), Optional.of("6.8"), BootEnd.SHUTDOWN));
    }
    List<Hang> hangs = new ArrayList<>();
    for (double hang : hangs(random, 3, 0, 3_000)) {
      hangs.add(new Hang(Past.day(hang), Past.day(hang).plusSeconds(8)));
    }
    Load load = Load.of(List.of(ExposureTest.series("sent", 0, 3_650, 1 / 48.0, 1e6)));
    History history =
        new History(
            boots,
            hangs,
            load,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of(),
            Past.day(3_650));
    long begun = System.nanoTime();
    Judged judged = Quiet.of(history, ChangeInForce.byHand(Past.day(3_100)));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    assertThat(judged.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(judged.measures()).hasSize(2);
  }
}
