package dev.unhang.logs.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedJsonTest {
  private static final List<String> DUMP =
      List.of(
          "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:",
          "  TDH                  <61>",
          "  TDT                  <91>",
          "  next_to_use          <91>",
          "  next_to_clean        <61>");

  /// @param entry a line, `%s` where the log's line is
  private static LogFacts read(String entry, String before) {
    StringBuilder text = new StringBuilder();
    DUMP.forEach(line -> text.append(entry.replace("%s", before + line)).append('\n'));
    return read(text.toString());
  }

  private static LogFacts read(String text) {
    LogReading log = new LogReading(new Origin("shipped.json"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    log.accept(bytes, 0, bytes.length);
    return log.finish().known().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"log\":\"%s\\n\",\"stream\":\"stdout\",\"time\":\"2025-05-25T13:23:30Z\"}",
        "{\"labels\":{\"host\":\"pve-02\"},\"line\":\"%s\",\"timestamp\":\"2025-05-25T13:23:30Z\"}",
        "{\"@timestamp\":\"2025-05-25T13:23:30.000Z\",\"message\":\"%s\",\"host\":{\"name\":\"a\"}}"
      })
  void aReportInEntriesIsOne(String entry) {
    for (String before : List.of("", "May 25 15:23:30 pve-02 kernel: ")) {
      Episode hang = assertOne(read(entry, before));
      assertThat(hang.dump().registers()).containsEntry("TDH", "61").hasSize(4);
    }
  }

  private static Episode assertOne(LogFacts facts) {
    assertThat(facts.episodes()).hasSize(1);
    return facts.episodes().getFirst();
  }

  @Test
  void theTimeIsTheTextsOwnElseTheShippers() {
    String entry =
        "{\"message\":\"%s\",\"timestamp\":\"2025-05-25T13:23:30Z\",\"appname\":\"kernel\"}";
    assertThat(assertOne(read(entry, "")).first().wall())
        .map(Object::toString)
        .contains("2025-05-25T13:23:30Z");
    assertThat(assertOne(read(entry, "[   19.348376] ")).first().uptime())
        .map(Object::toString)
        .contains("19.348376");
  }

  /// Anybody can have a line logged.
  @Test
  void whatAProgramLoggedIsNoReportOfTheKernels() {
    String entry =
        "{\"appname\":\"sshd\",\"message\":\"%s\",\"timestamp\":\"2025-05-25T13:23:30Z\"}";
    assertThat(read(entry, "").episodes()).isEmpty();
  }

  /// Only the first line of a record is the kernel's own word.
  @Test
  void textWithinAnEntryIsNotCounted() {
    String forged = "overlayfs: bad mount option \\\\n" + String.join("\\\\n", DUMP);
    String entry =
        "{\"message\":\"" + forged.replace("\\\\n", "\\n") + "\",\"appname\":\"kernel\"}\n";
    assertThat(read(entry).episodes()).isEmpty();
  }

  @Test
  void whatIsNoJsonIsATroubleAndTheRestIsRead() {
    String entry = "{\"message\":\"%s\",\"timestamp\":\"2025-05-25T13:23:30Z\"}";
    StringBuilder text = new StringBuilder();
    DUMP.forEach(line -> text.append(entry.replace("%s", line)).append('\n'));
    LogFacts facts = read(text + "{\"message\":\"cut of\n");
    assertThat(facts.episodes()).hasSize(1);
    assertThat(facts.troubles()).singleElement().asString().contains("no JSON object");
  }
}
