package dev.unhang.findings.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  /// The sum as a textbook has it.
  private static double midBelow(long count, double mean) {
    double term = Math.exp(-mean);
    double sum = 0;
    for (long k = 0; k < count; k++) {
      sum += term;
      term *= mean / (k + 1);
    }
    return sum + term / 2;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 9, 31, 32, 100, 400})
  void beyondEachEndOfTheIntervalIsHalfOfTheRest(long hangs) {
    Rate.Interval bounds = new Rate(hangs, 1).interval();
    assertThat(1 - midBelow(hangs, bounds.low())).isCloseTo(0.025, CLOSE);
    assertThat(midBelow(hangs, bounds.high())).isCloseTo(0.025, CLOSE);
  }

  @Test
  void withoutAHangTheIntervalBeginsAtNothing() {
    assertThat(new Rate(0, 10).interval().low()).isZero();
    assertThat(new Rate(0, 1).interval().high()).isCloseTo(-Math.log(0.05), CLOSE);
  }

  /// Upper limits of tables: half the 95 % point of chi-squared with 2n + 2 degrees of freedom.
  @ParameterizedTest
  @CsvSource({"0, 2.995732", "1, 4.743865", "2, 6.295794", "5, 10.513035", "10, 16.962219"})
  void theUpperBoundIsThatOfTheTables(long hangs, double bound) {
    assertThat(new Rate(hangs, 1).atMost()).isCloseTo(bound, within(1e-6));
    assertThat(new Rate(hangs, 40).atMost()).isCloseTo(bound / 40, within(1e-6));
  }

  @Test
  void aThousandHangsAreCountedToo() {
    Rate.Interval bounds = new Rate(10_000, 1).interval();
    assertThat(bounds.low()).isCloseTo(10_000 - 196, within(3.0));
    assertThat(bounds.high()).isCloseTo(10_000 + 196, within(3.0));
  }

  @Test
  void aQuietTimeIsAsLikelyAsEachHangFallsIntoTheTimeBefore() {
    assertThat(new Rate(9, 21).chanceOf(new Rate(0, 8.3))).isCloseTo(Math.pow(21 / 29.3, 9), CLOSE);
  }

  /// Of 3 hangs in all, each in the later third with a chance of 1/3.
  @Test
  void fewHangsAreAsLikelyAsTheBinomialSays() {
    double none = Math.pow(2 / 3.0, 3);
    double one = 3 * (1 / 3.0) * Math.pow(2 / 3.0, 2);
    assertThat(new Rate(2, 20).chanceOf(new Rate(1, 10))).isCloseTo(none + one, CLOSE);
  }

  @Test
  void whatIsNeededIsJustEnough() {
    Rate before = new Rate(5, 30);
    double needed = before.quietUntil(0.05);
    assertThat(before.chanceOf(new Rate(0, needed))).isCloseTo(0.05, CLOSE);
    assertThat(new Rate(0, 30).quietUntil(0.05)).isInfinite();
  }

  @Test
  void withoutExposureNothingIsKnown() {
    assertThat(new Rate(0, 0).atMost()).isInfinite();
    assertThat(new Rate(5, 30).chanceOf(new Rate(0, 0))).isEqualTo(1);
    assertThatThrownBy(() -> new Rate(1L << 31, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}
