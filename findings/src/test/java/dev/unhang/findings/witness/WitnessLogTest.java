package dev.unhang.findings.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.outputs.WitnessLog;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.WitnessFacts;
import dev.unhang.model.facts.Witnessed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A witness's log, whole and spoiled.
class WitnessLogTest {
  private static final String DARK =
      line("dark", "2025-05-25T15:24:00Z")
          + ",\"spells\":["
          + spell("pve", "\"pve-02\"", "null")
          + ","
          + spell("nas", "\"pve-02\"", "null")
          + "],\"part\":{\"verdict\":\"named\",\"name\":\"NIC eno1 of pve-02\"}}\n";

  private static String line(String event, String at) {
    return "{\"schema\":\"unhang.witness/1\",\"event\":\"" + event + "\",\"at\":\"" + at + "\"";
  }

  private static String spell(String target, String host, String until) {
    return "{\"target\":\""
        + target
        + "\",\"host\":"
        + host
        + ",\"lastAnswer\":\"2025-05-25T15:23:30Z\",\"since\":\"2025-05-25T15:23:31Z\",\"until\":"
        + until
        + "}";
  }

  private static String back(String target) {
    return line("back", "2025-05-25T15:26:00Z")
        + ",\"spells\":["
        + spell(target, "null", "\"2025-05-25T15:25:59Z\"")
        + "]}\n";
  }

  private static Reading<WitnessFacts> read(String text) {
    return WitnessLog.read(new Origin("w.jsonl"), Content.of(text));
  }

  private static Witnessed only(String text) {
    return read(text).known().orElseThrow().dark().getFirst();
  }

  @Test
  void aGroupIsBackWithTheLastOfIt() {
    assertThat(only(DARK).targets()).containsExactly("pve", "nas");
    assertThat(only(DARK).hosts()).containsExactly("pve-02");
    assertThat(only(DARK).part()).isEqualTo("NIC eno1 of pve-02");
    assertThat(only(DARK + back("nas")).until()).isEmpty();
    assertThat(only(DARK + back("nas") + back("pve")).until())
        .contains(Instant.parse("2025-05-25T15:25:59Z"));
    assertThat(only(DARK + back("nas") + back("nas")).until()).isEmpty();
  }

  @Test
  void aLineThatMakesNoSenseIsNamedAndTheOthersHold() {
    Reading<WitnessFacts> reading = read("nonsense\n" + DARK + "{\"schema\":\"other/1\"}\n");
    assertThat(reading).isInstanceOf(Reading.Partly.class);
    assertThat(((Reading.Partly<WitnessFacts>) reading).troubles())
        .extracting(trouble -> trouble.place().toString())
        .containsExactly("w.jsonl:1", "w.jsonl:3");
    assertThat(reading.known().orElseThrow().dark()).hasSize(1);
  }

  @Test
  void nothingIsThrownWhereverItIsCut() {
    for (int i = 0; i < DARK.length() - 2; i++) {
      assertThat(read(DARK.substring(0, i)).known()).isEmpty();
    }
    assertThat(read("").whyNot().orElse("")).contains("no line of unhang.witness/1");
    assertThat(
            read(DARK.replace("15:23:31Z", "late")).known().map(WitnessFacts::dark).orElseThrow())
        .isEmpty();
  }
}
