package dev.unhang.findings.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unhang.findings.correlate.Correlation.Compared;
import dev.unhang.findings.correlate.Correlation.Hang;
import dev.unhang.findings.correlate.Correlation.NotEnough;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.facts.Sample;
import dev.unhang.model.facts.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class CorrelationTest {
  private static final Instant BEGIN = Instant.parse("2025-05-25T09:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static Series series(int minutes, Duration step, IntToDoubleFunction load) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < minutes; i++) {
      samples.add(new Sample(BEGIN.plus(step.multipliedBy(i + 1L)), step, load.applyAsDouble(i)));
    }
    return new Series(new Origin("made up"), "sent", step, samples);
  }

  /// @param minutes when each hang began, counted from the series' beginning
  private static List<Hang> hangs(double... minutes) {
    List<Hang> hangs = new ArrayList<>();
    for (double minute : minutes) {
      Instant first = BEGIN.plusSeconds(Math.round(minute * 60));
      hangs.add(new Hang(first, first.plusSeconds(40)));
    }
    return hangs;
  }

  private static Compared compared(Series series, List<Hang> hangs) {
    Correlation result = Correlation.of(series, hangs);
    assertThat(result).isInstanceOf(Compared.class);
    return (Compared) result;
  }

  /// Busy in minutes 20, 50, 80, 110 …
  private static double peaks(int minute) {
    return minute % 30 == 20 ? 100e6 : 1e6 + minute % 7;
  }

  @Test
  void hangsUnderLoadStandOut() {
    Compared result =
        compared(series(240, MINUTE, CorrelationTest::peaks), hangs(20.5, 50.6, 80.4, 110.9));
    assertThat(result.before()).containsExactly(100e6, 100e6, 100e6, 100e6);
    assertThat(result.p()).isLessThan(0.001);
    assertThat(result.effect()).isGreaterThan(0.9);
    assertThat(result.medianOthers()).isLessThan(2e6);
  }

  @Test
  void hangsAtAnyTimeDoNot() {
    Compared result =
        compared(
            series(400, MINUTE, minute -> (minute * 7919 % 400) * 1e4),
            hangs(31.5, 97.2, 160.4, 222.2, 290.7, 333.3, 365.1));
    assertThat(result.p()).isGreaterThan(0.05);
  }

  @Test
  void aHangThatCutsItsIntervalShortIsSeenByTheOneBefore() {
    Series series =
        series(200, MINUTE, minute -> minute % 40 == 9 ? 90e6 : minute % 40 == 10 ? 2e6 : 1e6);
    Compared result = compared(series, hangs(10.2, 50.2, 90.2, 130.2));
    assertThat(result.before()).containsOnly(90e6);
  }

  @Test
  void manyReportsOfOneIntervalAreOneHang() {
    Series series = series(240, MINUTE, CorrelationTest::peaks);
    assertThat(Correlation.of(series, hangs(20.1, 20.2, 20.3, 20.4)))
        .isInstanceOfSatisfying(
            NotEnough.class, few -> assertThat(few.why()).contains("before 1 hangs"));
  }

  @Test
  void hangsOutsideTheSamplesAreCountedApart() {
    Compared result =
        compared(series(240, MINUTE, CorrelationTest::peaks), hangs(20.5, 50.6, 80.4, -30, 9000));
    assertThat(result.before()).hasSize(3);
    assertThat(result.uncovered()).isEqualTo(2);
  }

  @Test
  void intervalsThatAreTooLongAreRefused() {
    Series series = series(100, Duration.ofHours(3), minute -> 1);
    assertThat(Correlation.of(series, hangs(200, 400, 600)))
        .isInstanceOfSatisfying(
            NotEnough.class, coarse -> assertThat(coarse.why()).contains("180 min"));
  }

  @Test
  void theRankTestIsTheTextbooks() {
    // Siegel, S., Castellan, N. J.: exact tables give P(U >= 9 | m=3, n=3) = 1/20; here m=3, n=10
    // and no overlap: 1 / C(13, 3).
    Series series = series(15, MINUTE, minute -> minute < 12 ? minute + 1 : 100 + minute);
    Compared result = compared(series, hangs(12.5, 13.5, 14.5));
    assertThat(result.before()).hasSize(3);
    assertThat(result.others()).hasSize(10);
    assertThat(result.p()).isCloseTo(1.0 / 286, within(1e-9));
    assertThat(result.effect()).isEqualTo(1.0);
  }

  @Test
  void aSilentStallIsTwoIntervalsOrMore() {
    Series series =
        series(20, MINUTE, minute -> minute == 3 || minute >= 10 && minute < 14 ? 0 : 5000);
    assertThat(SilentStall.in(series))
        .containsExactly(
            new SilentStall(
                BEGIN.plus(Duration.ofMinutes(10)), BEGIN.plus(Duration.ofMinutes(14)), MINUTE));
    assertThat(SilentStall.in(series(5, MINUTE, minute -> minute > 2 ? 0 : 1))).hasSize(1);
    assertThat(SilentStall.in(series(0, MINUTE, minute -> 0))).isEmpty();
  }

  @Test
  void aGapOfTheSamplesIsNoStall() {
    List<Sample> samples =
        List.of(
            new Sample(BEGIN, MINUTE, 5),
            new Sample(BEGIN.plusSeconds(60), MINUTE, 0),
            new Sample(BEGIN.plusSeconds(600), MINUTE, 0));
    assertThat(SilentStall.in(new Series(new Origin("x"), "sent", MINUTE, samples))).isEmpty();
  }
}
