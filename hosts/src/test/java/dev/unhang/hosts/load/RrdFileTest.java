package dev.unhang.hosts.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.facts.Sample;
import dev.unhang.model.facts.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against what rrdtool itself prints of the same file.
class RrdFileTest {
  private static final Path LOAD = Path.of("../testdata/load");
  private static final Origin ORIGIN = new Origin("pve2-node");

  private static byte[] bytes() throws IOException {
    return Files.readAllBytes(LOAD.resolve("pve2-node.rrd"));
  }

  private static RrdFile file() throws IOException {
    return RrdFile.read(ORIGIN, Content.of(bytes())).known().orElseThrow();
  }

  private static Series series(int seconds) throws IOException {
    return file().averages("netout", "sent").stream()
        .filter(each -> each.step().equals(Duration.ofSeconds(seconds)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itsHeadSaysWhatIsMeasured() throws IOException {
    assertThat(file().sources()).hasSize(12).startsWith("loadavg").endsWith("netin", "netout");
    assertThat(file().lastUpdate()).isEqualTo(Instant.parse("2025-05-25T14:59:00Z"));
    assertThat(file().averages("netout", "sent"))
        .extracting(Series::step)
        .containsExactly(
            Duration.ofMinutes(1),
            Duration.ofMinutes(30),
            Duration.ofHours(3),
            Duration.ofHours(12));
    assertThat(file().averages("nonsense", "sent")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 1800})
  void eachSampleIsWhatRrdtoolPrints(int seconds) throws IOException {
    List<Sample> samples = series(seconds).samples();
    List<String> compared = new ArrayList<>();
    for (String line : Files.readAllLines(LOAD.resolve("pve2-node.netout-" + seconds + ".txt"))) {
      String[] words = line.split(": ");
      if (words.length == 2 && !words[1].endsWith("nan")) {
        Instant end = Instant.ofEpochSecond(Long.parseLong(words[0]));
        assertThat(samples)
            .filteredOn(sample -> sample.end().equals(end))
            .singleElement()
            .satisfies(sample -> {
              double printed = Double.parseDouble(words[1]);
              assertThat(sample.bytesPerSecond()).isCloseTo(printed, within(printed / 1e6));
            });
        compared.add(line);
      }
    }
    assertThat(compared).hasSizeGreaterThan(10);
  }

  @Test
  void aFileCutAnywhereIsSaidToBeSo() throws IOException {
    byte[] whole = bytes();
    for (int length = 0; length < whole.length; length += length < 12_000 ? 7 : 997) {
      assertThat(RrdFile.read(ORIGIN, Content.of(java.util.Arrays.copyOf(whole, length))).whyNot())
          .isPresent();
    }
  }

  @Test
  void damageNeitherThrowsNorNeedsRoom() throws IOException {
    byte[] whole = bytes();
    Random random = new Random(3);
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = whole.clone();
      for (int flips = 0; flips < 3; flips++) {
        damaged[random.nextInt(12_000)] = (byte) random.nextInt();
      }
      RrdFile.read(ORIGIN, Content.of(damaged))
          .known()
          .ifPresent(file ->
              assertThat(file.averages("netout", "sent"))
                  .allSatisfy(series -> assertThat(series.samples().size()).isLessThan(100_000)));
    }
  }
}
