package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.unhang.hosts.outputs.WitnessLog;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.WitnessFacts;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as the log of a witness.
class WitnessLogFuzzTest {
  private static final String SPELL =
      "{\"target\":\"nas\",\"host\":\"pve-02\",\"lastAnswer\":\"2025-05-25T15:23:30Z\",\"since\":"
          + "\"2025-05-25T15:23:31Z\",\"until\":null}";

  static Stream<Named<byte[]>> seeds() {
    String head = "{\"schema\":\"unhang.witness/1\",\"event\":";
    return Stream.of(
            head
                + "\"begin\",\"at\":\"2025-05-25T15:00:00Z\",\"intervalSeconds\":1}\n"
                + head
                + "\"dark\",\"at\":\"2025-05-25T15:23:40Z\",\"spells\":["
                + SPELL
                + "],\"part\":{\"verdict\":\"named\",\"name\":\"NIC eno1 of pve-02\"}}\n"
                + head
                + "\"back\",\"at\":\"2025-05-25T15:26:00Z\",\"spells\":["
                + SPELL.replace("null", "\"2025-05-25T15:25:59Z\"")
                + "]}\n",
            head)
        .map(
            text -> Named.of(text.length() + " characters", text.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("seeds")
  @FuzzTest
  void nobodyIsDarkWhoIsNotNamed(byte[] text) {
    Reading<WitnessFacts> read = WitnessLog.read(new Origin("witness"), Content.of(text));
    assertThat(read.known().isPresent() || read.whyNot().isPresent()).isTrue();
    read.known()
        .ifPresent(
            facts -> assertThat(facts.dark()).hasSizeLessThanOrEqualTo((int) Seeds.lines(text)));
  }
}
