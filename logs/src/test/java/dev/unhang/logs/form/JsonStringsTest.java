package dev.unhang.logs.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.ReadLogs;
import dev.unhang.model.log.LogFacts;
import org.junit.jupiter.api.Test;

/// Lines of a log that stand as strings somewhere in JSON.
class JsonStringsTest {
  private static final String RESET = "[ 1012.100000] e1000e 0000:00:1f.6 eno1: Reset adapter";

  @Test
  void aStringIsReadHoweverDeepItStands() {
    LogFacts facts = ReadLogs.facts("{\"a\": [{\"b\": [[1, \"" + RESET + "\"]]}], \"rc\": 0}");
    assertThat(facts.counts().resets()).isEqualTo(1);
  }

  @Test
  void aFieldsNameIsNoLine() {
    LogFacts facts = ReadLogs.facts("{\"a\": 1, \"" + RESET + "\" : \"x\"}");
    assertThat(facts.counts().resets()).isZero();
  }

  @Test
  void anObjectInAStringIsRead() {
    String within = ("{\"line\": \"" + RESET + "\"}").replace("\"", "\\\"");
    LogFacts facts = ReadLogs.facts("{\"host\": \"pve\", \"line\": \"" + within + "\"}");
    assertThat(facts.counts().resets()).isEqualTo(1);
  }

  @Test
  void escapesAreTakenOff() {
    LogFacts facts =
        ReadLogs.facts("[\"x\\ty\", \"" + RESET.replace("[", "\\u005b") + "\\n" + RESET + "\"]");
    assertThat(facts.counts().resets()).isEqualTo(2);
  }

  @Test
  void aTextThatEndsWithinAStringIsRead() {
    assertThat(ReadLogs.facts("[\"" + RESET).counts().resets()).isEqualTo(1);
  }
}
