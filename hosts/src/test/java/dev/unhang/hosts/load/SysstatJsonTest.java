package dev.unhang.hosts.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SysstatJsonTest {
  private static final Origin ORIGIN = new Origin("sadf.json");

  private static byte[] bytes() throws IOException {
    return Files.readAllBytes(Path.of("../testdata/load/sadf.json"));
  }

  private static Reading<List<Series>> read(byte[] text, String nic) {
    return SysstatJson.sent(ORIGIN, Content.of(text), nic);
  }

  @Test
  void theSamplesOfOneNicAreRead() throws IOException {
    List<Series> all = read(bytes(), "lo").known().orElseThrow();
    assertThat(all)
        .singleElement()
        .satisfies(series -> {
          assertThat(series.step()).isEqualTo(Duration.ofSeconds(1));
          assertThat(series.samples()).hasSizeGreaterThan(2);
          assertThat(series.samples().get(1).bytesPerSecond()).isGreaterThan(100_000);
        });
    assertThat(read(bytes(), "eno1").known().orElseThrow()).isEmpty();
  }

  @Test
  void whatIsCutKeepsWhatStandsBefore() throws IOException {
    byte[] whole = bytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThat(read(cut, "lo").known()).isPresent();
    }
  }

  @Test
  void localTimesOfNoKnownZoneAreLeftOut() throws IOException {
    String local = Content.of(bytes()).utf8().replace("\"utc\": 1", "\"utc\": 0");
    assertThat(read(Content.of(local).bytes(), "lo").known().orElseThrow()).isEmpty();
  }

  @Test
  void anyTextIsAnswered() {
    for (String text :
        List.of("", "[", "null", "{\"net-dev\":[{\"iface\":\"lo\",\"txkB\":1e999}]}", "\0\1")) {
      assertThat(read(Content.of(text).bytes(), "lo").known().orElseThrow()).isEmpty();
    }
  }

  /// Four bytes that tell of UTF-32, and then none of it.
  @Test
  void aTextOfAnotherEncodingIsDamaged() {
    byte[] odd = {0, 0, 0, '[', 0x7f, 0, 0, 0, 0, 0, 0, '['};
    Reading<List<Series>> read = SysstatJson.sent(new Origin("odd"), Content.of(odd), "eno1");
    assertThat(read).isInstanceOf(Reading.Partly.class);
    assertThat(read.known().orElseThrow()).isEmpty();
  }
}
