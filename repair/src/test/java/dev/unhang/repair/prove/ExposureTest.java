package dev.unhang.repair.prove;

import static dev.unhang.repair.prove.Past.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.facts.Sample;
import dev.unhang.model.facts.Series;
import dev.unhang.repair.prove.Spans.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTest {
  private static final double DAY = 86_400;

  /// A throughput from one day to another, in samples of a length in days.
  static Series series(String what, double from, double to, double step, double bytesPerSecond) {
    Duration length = Duration.ofSeconds(Math.round(step * DAY));
    List<Sample> samples = new ArrayList<>();
    for (double end = from + step; end <= to + step / 2; end += step) {
      samples.add(new Sample(day(end), length, bytesPerSecond));
    }
    return new Series(new Origin("samples"), what, length, samples);
  }

  private static Exposure bytes(Load load, double from, double to) {
    return Exposure.ofBytes(load, new Spans(List.of(new Span(day(from), day(to)))));
  }

  @Test
  void uptimeRunsWhereLogsReach() {
    Exposure uptime =
        Exposure.ofUptime(new Spans(List.of(new Span(day(1), day(3)), new Span(day(5), day(6)))));
    assertThat(uptime.between(day(0), day(10))).isEqualTo(3 * DAY);
    assertThat(uptime.between(day(2), day(5.5))).isCloseTo(1.5 * DAY, within(1e-6));
    assertThat(uptime.between(day(3.5), day(4.5))).isZero();
  }

  @Test
  void bytesCountWhileLogsReach() {
    Load load = Load.of(List.of(series("eno1, sent", 0, 10, 1, 100)));
    assertThat(bytes(load, 2.5, 4).between(day(0), day(10))).isCloseTo(150 * DAY, within(1e-3));
    assertThat(bytes(load, 0, 20).between(day(9), day(20))).isCloseTo(100 * DAY, within(1e-3));
  }

  /// A round robin database keeps the same time in short and in long intervals.
  @Test
  void ofSeveralIntervalsTheShortestCountsOnce() {
    Load load =
        Load.of(
            List.of(
                series("sent", 0, 12, 3, 100),
                series("sent", 4, 7, 0.5, 200),
                series("sent", 5, 6, 0.1, 400)));
    Exposure all = bytes(load, 0, 12);
    assertThat(all.between(day(0), day(4))).isCloseTo(400 * DAY, within(1e-3));
    assertThat(all.between(day(4), day(5))).isCloseTo(200 * DAY, within(1e-3));
    assertThat(all.between(day(5), day(6))).isCloseTo(400 * DAY, within(1e-3));
    assertThat(all.between(day(6), day(7))).isCloseTo(200 * DAY, within(1e-3));
    assertThat(all.between(day(7), day(12))).isCloseTo(500 * DAY, within(1e-3));
    assertThat(load.known().length()).isEqualTo(Duration.ofDays(12));
  }

  @Test
  void throughputOfDifferentThingsIsNotAdded() {
    Load load =
        Load.of(List.of(series("all NICs", 0, 10, 1, 900), series("eno1, sent", 8, 10, 1, 100)));
    assertThat(bytes(load, 0, 10).between(day(0), day(10))).isCloseTo(9000 * DAY, within(1e-3));
  }

  @Test
  void hangsThatFollowAtOnceAreOne() {
    Hang first = new Hang(day(1), day(1.001));
    Hang again = new Hang(day(1.003), day(1.004));
    Hang later = new Hang(day(2), day(2));
    assertThat(Hang.joined(List.of(later, again, first), Hang.SAME_BURST))
        .containsExactly(new Hang(day(1), day(1.004), 2), later);
  }
}
