package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.unhang.hosts.load.LoadRecords;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as the beginning of a round robin database, where all that says how it is made stands.
/// The rest is a real one's.
class RrdFuzzTest {
  private static final byte[] REST = Seeds.file("testdata/load/node-long.rrd");

  static Stream<Named<byte[]>> seeds() {
    return Stream.of("node-long.rrd", "pve2-node.rrd")
        .map(name -> Named.of(name, Arrays.copyOf(Seeds.file("testdata/load/" + name), 2_000)));
  }

  @MethodSource("seeds")
  @FuzzTest
  void samplesAreInOrderAndNoMoreThanThereIsRoomFor(byte[] beginning) {
    byte[] file = REST.clone();
    System.arraycopy(beginning, 0, file, 0, Math.min(beginning.length, file.length));
    Reading<List<Series>> read =
        LoadRecords.in(new Origin("rrd"), Content.of(file), List.of("eno1"));
    assertThat(read.known().isPresent() || read.whyNot().isPresent()).isTrue();
    for (Series series : read.known().orElse(List.of())) {
      assertThat(series.samples()).hasSizeLessThanOrEqualTo(file.length / 8);
    }
  }
}
