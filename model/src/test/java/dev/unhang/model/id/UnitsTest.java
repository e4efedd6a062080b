package dev.unhang.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "0.000000, 0",
    "19.348376, 19348376",
    "499735.511825, 499735511825",
    "3.5, 3500000",
    "1.000000001, 1000000",
    "9999999999.999999, 9999999999999999"
  })
  void anUptimeIsReadToTheMicrosecond(String text, long micros) {
    assertThat(Uptime.parse(text)).contains(new Uptime(micros));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "19",
        ".5",
        "19.",
        "-1.000000",
        "+0.000006",
        "1e5",
        "1.0000000000",
        " 1.0",
        "١.٠",
        "9999999999999999999.1"
      })
  void otherTextIsNoUptime(String text) {
    assertThat(Uptime.parse(text)).isEmpty();
  }

  @Test
  void anUptimeKeepsItsSixDigits() {
    assertThat(new Uptime(19_348_376)).hasToString("19.348376");
    assertThat(new Uptime(0)).hasToString("0.000000");
    assertThat(new Uptime(1)).isLessThan(new Uptime(2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Uptime(-1));
  }

  @ParameterizedTest
  @CsvSource({
    "100.0, 100",
    "92.1, 100",
    "250.0, 250",
    "249.99, 250",
    "231, 250",
    "300, 300",
    "290, 300",
    "1000, 1000",
    "1079, 1000",
    "921, 1000"
  })
  void aMeasuredRateMeansTheNearestThatCanBeConfigured(double measured, int hz) {
    assertThat(Hertz.nearest(measured)).contains(new Hertz(hz));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -250, 91, 109, 200, 273, 330, 500, 900, 1100, 1e12, Double.NaN})
  void aRateNearNoneMeansNone(double measured) {
    assertThat(Hertz.nearest(measured)).isEqualTo(Optional.empty());
  }

  @Test
  void aRateIsPositive() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Hertz(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Hertz(-1));
    assertThat(Hertz.POSSIBLE)
        .containsAll(Hertz.USUAL)
        .isSortedAccordingTo((one, other) -> one.perSecond() - other.perSecond());
  }

  @ParameterizedTest
  @CsvSource({
    "224919, 250, 899676",
    "224919, 1000, 224919",
    "1360, 250, 5440",
    "403, 250, 1612",
    "340, 100, 3400",
    "1, 300, 3",
    "0, 250, 0",
    "4294967295, 100, 42949672950"
  })
  void ticksBecomeTimeOnlyWithARate(long ticks, int hz, long millis) {
    assertThat(new Ticks(ticks).at(new Hertz(hz))).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void aSpanOfTicksIsNotNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Ticks(-1));
  }
}
