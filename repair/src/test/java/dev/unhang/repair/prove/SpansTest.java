package dev.unhang.repair.prove;

import static dev.unhang.repair.prove.Past.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.repair.prove.Spans.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpansTest {
  private static Spans spans(double... ends) {
    List<Span> all = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      all.add(new Span(day(ends[i]), day(ends[i + 1])));
    }
    return new Spans(all);
  }

  @Test
  void whatOverlapsIsOne() {
    assertThat(spans(4, 5, 1, 3, 2, 4)).isEqualTo(spans(1, 5));
    assertThat(spans(1, 9, 2, 3).length()).isEqualTo(Duration.ofDays(8));
  }

  @Test
  void partsAreWhatTheySay() {
    assertThat(spans(0, 4, 6, 9).within(day(3), day(7))).isEqualTo(spans(3, 4, 6, 7));
    assertThat(spans(0, 4, 6, 9).within(day(5), day(5))).isEqualTo(Spans.NONE);
    assertThat(spans(0, 4, 6, 9).gaps()).isEqualTo(spans(4, 6));
    assertThat(spans(0, 10).without(spans(0, 1, 4, 5, 10, 12))).isEqualTo(spans(1, 4, 5, 10));
  }

  @Test
  void nothingEndsBeforeItBegins() {
    assertThatThrownBy(() -> new Span(day(2), day(1))).isInstanceOf(IllegalArgumentException.class);
  }

  /// Against days that are counted one by one.
  @Test
  void anySpansAreCutAsDaysAreCounted() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      boolean[] one = new boolean[40];
      boolean[] other = new boolean[40];
      Spans a = drawn(random, one);
      Spans b = drawn(random, other);
      int common = 0;
      int without = 0;
      for (int day = 0; day < one.length; day++) {
        common += one[day] && other[day] ? 1 : 0;
        without += one[day] && !other[day] ? 1 : 0;
      }
      assertThat(a.common(b).length()).as("seed " + seed).isEqualTo(Duration.ofDays(common));
      assertThat(a.without(b).length()).as("seed " + seed).isEqualTo(Duration.ofDays(without));
    }
  }

  private static Spans drawn(Random random, boolean[] days) {
    List<Span> all = new ArrayList<>();
    int spans = random.nextInt(5);
    for (int i = 0; i < spans; i++) {
      int from = random.nextInt(days.length);
      int to = from + random.nextInt(days.length - from);
      all.add(new Span(day(from), day(to)));
      for (int day = from; day < to; day++) {
        days[day] = true;
      }
    }
    return new Spans(all);
  }
}
