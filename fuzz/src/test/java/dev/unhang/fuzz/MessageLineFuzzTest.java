package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.unhang.logs.HangReader;
import dev.unhang.logs.message.MessageFamilies;
import dev.unhang.logs.message.UnitHang;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogStamp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as one line of a record: its first byte says who wrote it and what is known of its
/// border, the rest is the message.
class MessageLineFuzzTest {
  private static final List<String> WRITERS =
      List.of(
          "",
          "kernel",
          "systemd",
          "systemd-shutdown",
          "systemd-journald",
          "watchdog-mux",
          "a program",
          "sshd");

  private static final List<Border> BORDERS =
      List.of(Border.KEPT, Border.STAMPED, Border.CONTINUES, Border.UNKNOWN);

  static Stream<Named<byte[]>> seeds() {
    return Seeds.lines().stream()
        .map(line -> line.replaceFirst("^.*?(kernel: |\\] )", ""))
        .filter(line -> !line.isBlank())
        .map(line -> Named.of(line, ("\0" + line).getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("seeds")
  @FuzzTest
  void whatIsReadStandsInTheLineAndIsFoundInBulk(byte[] input) {
    int who = input.length == 0 ? 0 : input[0];
    String writer = WRITERS.get(who & 7);
    String line = line(input);
    LogRecord record =
        new LogRecord(
            Optional.empty(),
            LogStamp.NONE,
            new Place.Line(new Origin("log"), 1),
            List.of(line),
            BORDERS.get(who >> 3 & 3),
            Optional.of(writer).filter(name -> !name.isEmpty()),
            Optional.empty());
    byte[] raw = (writer + ": " + line).getBytes(StandardCharsets.UTF_8);
    boolean found = MessageFamilies.candidates().any(raw, 0, raw.length);
    MessageFamilies.read(record, line).ifPresent(event -> event(event, record, line, found));
    unitHang(line, found);
    HangReader.Step step = HangReader.accept(HangReader.State.START, record);
    HangReader.Step last = HangReader.flush(step.state());
    assertThat(step.events().size() + last.events().size()).isLessThanOrEqualTo(2);
    assertThat(last.state().open()).isEmpty();
  }

  private static String line(byte[] input) {
    return input.length == 0
        ? ""
        : new String(input, 1, input.length - 1, StandardCharsets.UTF_8).replace('\n', ' ');
  }

  private static void event(KernelEvent event, LogRecord record, String line, boolean found) {
    assertThat(event.text()).isEqualTo(line.strip());
    assertThat(event.place()).isEqualTo(record.place());
    boolean anybodys =
        event instanceof KernelEvent.FenceBegins || event instanceof KernelEvent.ShutdownBegins;
    assertThat(anybodys || record.isKernels()).as("only the kernel may say so").isTrue();
    // Links are read in any mixture of cases; in bulk, as drivers print them.
    assertThat(found || event instanceof KernelEvent.LinkChanged).as("found in bulk").isTrue();
  }

  private static void unitHang(String line, boolean found) {
    boolean header = UnitHang.header(line).isPresent();
    assertThat(!header || UnitHang.mentions(line)).isTrue();
    assertThat(!UnitHang.mentions(line) || found).as("found in bulk").isTrue();
    Map<String, String> fields = UnitHang.fields(line);
    assertThat(!UnitHang.beginsWithField(line) || !fields.isEmpty()).isTrue();
    String lower = line.toLowerCase(Locale.ROOT);
    fields.forEach((label, value) -> {
      assertThat(UnitHang.order(label)).isNotNegative();
      assertThat(line).contains(label);
      assertThat(lower).contains("<" + value + ">");
    });
  }
}
