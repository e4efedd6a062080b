package dev.unhang.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingsTest {
  private static Timings of(int... millis) {
    return new Timings(Arrays.stream(millis).mapToObj(Duration::ofMillis).toList(), 1_000);
  }

  @Test
  void theMedianIsInTheMiddle() {
    assertThat(of(30, 10, 20).median()).isEqualTo(Duration.ofMillis(20));
    assertThat(of(40, 10, 20, 30).median()).isEqualTo(Duration.ofMillis(25));
  }

  @Test
  void theShortestIsTheShortest() {
    assertThat(of(30, 10, 20).min()).isEqualTo(Duration.ofMillis(10));
  }

  /// Of a hundred, the ninety-ninth; of fewer, the longest.
  @Test
  void aPercentileIsATimeThatWasMeasured() {
    Timings hundred = of(IntStream.rangeClosed(1, 100).toArray());
    assertThat(hundred.percentile(50)).isEqualTo(Duration.ofMillis(50));
    assertThat(hundred.percentile(99)).isEqualTo(Duration.ofMillis(99));
    assertThat(hundred.percentile(100)).isEqualTo(Duration.ofMillis(100));
    assertThat(of(30, 10, 20).percentile(99)).isEqualTo(Duration.ofMillis(30));
    assertThat(of(30, 10, 20).percentile(1)).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void nothingTimedHasNoMedian() {
    assertThatThrownBy(() -> new Timings(List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
