package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.option.TimeWords;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWordsTest {
  private static final Instant NOW =
      LocalDateTime.parse("2025-05-25T15:23:30").atZone(ZoneId.systemDefault()).toInstant();

  @ParameterizedTest
  @CsvSource({
    "now, 2025-05-25T15:23:30",
    "today, 2025-05-25T00:00",
    "yesterday, 2025-05-24T00:00",
    "-2h, 2025-05-25T13:23:30",
    "2 hours ago, 2025-05-25T13:23:30",
    "-30min, 2025-05-25T14:53:30",
    "-1d, 2025-05-24T15:23:30",
    "2025-05-01, 2025-05-01T00:00",
    "2025-05-01 12:30, 2025-05-01T12:30",
    "2025-05-01T12:30:15, 2025-05-01T12:30:15"
  })
  void wordsMeanATimeHere(String words, String local) {
    assertThat(TimeWords.parse(words, NOW))
        .contains(LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-05-25T15:23:30Z, 2025-05-25T15:23:30Z",
    "2025-05-25T15:23:30+02:00, 2025-05-25T13:23:30Z"
  })
  void aZoneIsMinded(String words, Instant time) {
    assertThat(TimeWords.parse(words, NOW)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2025-13-01", "25:00", "-2 moons", "99999999d"})
  void otherWordsMeanNone(String words) {
    assertThat(TimeWords.parse(words, NOW)).isEmpty();
  }
}
