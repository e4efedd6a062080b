package dev.unhang.model.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapTest {
  private static LogStamp stamp(String text) {
    return new LogStamp(Optional.empty(), Optional.empty(), text);
  }

  @ParameterizedTest
  @CsvSource({
    "May 25 15:23:30, May 25 15:23:32, 2",
    "May  5 15:23:30, May  5 15:24:30, 60",
    "[Sun Dec 25 23:59:59 2016], [Mon Dec 26 00:00:01 2016], 2",
    "[Sat Dec  3 10:00:00 2016], [Sat Dec  3 10:00:07 2016], 7",
    "Sun Dec 25 20:12:49 2016, Mon Dec 26 20:12:49 2016, 86400",
  })
  void stampsOfOneFormTellTheTimeBetween(String from, String to, long seconds) {
    assertThat(Gap.between(stamp(from), stamp(to))).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "May 25 15:23:30, [Sun Dec 25 20:12:49 2016]",
    "yesterday, today",
    "[Sun Dec 99 20:12:49 2016], [Sun Dec 25 20:12:49 2016]",
    "'', May 25 15:23:30",
  })
  void stampsThatShareNoClockTellNothing(String from, String to) {
    assertThat(Gap.between(stamp(from), stamp(to))).isEmpty();
  }
}
