package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.unhang.hosts.load.LoadRecords;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.Series;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as what `sadf -j` printed.
class SysstatFuzzTest {
  static Stream<Named<byte[]>> seeds() {
    return Stream.of(Named.of("sadf.json", Seeds.file("testdata/load/sadf.json")));
  }

  @MethodSource("seeds")
  @FuzzTest
  void everySampleStandsInTheText(byte[] text) {
    Reading<List<Series>> read =
        LoadRecords.in(new Origin("sadf"), Content.of(text), List.of("lo", "eno1"));
    assertThat(read.known().isPresent() || read.whyNot().isPresent()).isTrue();
    for (Series series : read.known().orElse(List.of())) {
      assertThat(series.samples()).hasSizeLessThanOrEqualTo(text.length / 10);
    }
  }
}
