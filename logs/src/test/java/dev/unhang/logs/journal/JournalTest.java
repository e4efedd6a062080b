package dev.unhang.logs.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.bulk.Workers;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.LogFacts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real journals, read as journalctl reads them: its own output lies beside each.
class JournalTest {
  private static final BootId HUNG = new BootId("eb6a2d01e1f24ff9ab937ca8278e38d1");
  private static final BootId AFTER = new BootId("a5d14cf2ed514f8888ab5c437b07a9d6");

  private static Journal lab() {
    return Journals.open(Journals.bytes("lab-two-boots.journal"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lab-two-boots",
        "plain",
        "odd-regular-unkeyed",
        "odd-regular-keyed",
        "odd-compact-unkeyed",
        "odd-compact-keyed"
      })
  void jsonIsJournalctls(String name) {
    Journal journal = Journals.open(Journals.bytes(name + ".journal"));
    String expected = new String(Journals.bytes(name + ".json"), StandardCharsets.UTF_8);
    assertThat(Journals.fields(Journals.json(journal))).isEqualTo(Journals.fields(expected));
    assertThat(journal.troubles()).isEmpty();
  }

  /// Which of two equal entries journalctl shows depends on the order in which it opened the files;
  /// they differ in their cursors only.
  @Test
  void twoFilesAreOneJournalAndWhatIsInBothComesOnce() {
    Journal journal =
        Journals.open(Journals.bytes("half-a.journal"), Journals.bytes("half-b.journal"));
    String expected = new String(Journals.bytes("halves.json"), StandardCharsets.UTF_8);
    assertThat(withoutCursors(Journals.json(journal))).isEqualTo(withoutCursors(expected));
    assertThat(journal.troubles()).isEmpty();
  }

  private static List<Map<String, String>> withoutCursors(String json) {
    List<Map<String, String>> lines = Journals.fields(json);
    lines.forEach(line -> line.remove("__CURSOR"));
    return lines;
  }

  @Test
  void aFileThatIsThereTwiceCountsOnce() {
    byte[] file = Journals.bytes("lab-two-boots.journal");
    assertThat(Journals.json(Journals.open(file, file))).isEqualTo(Journals.json(lab()));
    assertThat(Journals.records(Journals.open(file, file))).hasSize(Journals.records(lab()).size());
  }

  @Test
  void threadsDoNotChangeTheLines() {
    Workers threads =
        new Workers() {
          @Override
          public <T> List<T> all(List<Supplier<T>> pieces) {
            return pieces.stream().map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();
          }
        };
    assertThat(Journals.json(lab(), Selection.ALL, threads)).isEqualTo(Journals.json(lab()));
  }

  @Test
  void bootsAreListedAsJournalctlDoes() {
    List<BootSpan> boots = lab().boots(Workers.ONE);
    assertThat(boots)
        .containsExactly(
            new BootSpan(
                -1,
                HUNG,
                Instant.parse("2026-11-21T04:12:39.578665Z"),
                Instant.parse("2026-11-21T04:13:54.527343Z")),
            new BootSpan(
                0,
                AFTER,
                Instant.parse("2026-11-21T04:14:03.064157Z"),
                Instant.parse("2026-11-21T04:14:17.754965Z")));
  }

  @Test
  void bootsAreCountedFromBothEnds() {
    Journal lab = lab();
    assertThat(lab.boot(0, Workers.ONE).map(BootSpan::id)).contains(AFTER);
    assertThat(lab.boot(-1, Workers.ONE).map(BootSpan::id)).contains(HUNG);
    assertThat(lab.boot(1, Workers.ONE).map(BootSpan::id)).contains(HUNG);
    assertThat(lab.boot(2, Workers.ONE).map(BootSpan::id)).contains(AFTER);
    assertThat(lab.boot(-2, Workers.ONE)).isEmpty();
    assertThat(lab.boot(3, Workers.ONE)).isEmpty();
    assertThat(lab.boot(Integer.MIN_VALUE, Workers.ONE)).isEmpty();
  }

  @Test
  void oneBootCanBeSelected() {
    List<LogRecord> after = Journals.records(lab(), Selection.of(AFTER), MessageFilter.ALL);
    assertThat(after).isNotEmpty();
    assertThat(after).allMatch(record -> record.boot().equals(Optional.of(AFTER)));
    assertThat(Journals.json(lab(), Selection.of(AFTER), Workers.ONE)).doesNotContain(HUNG.value());
  }

  @Test
  void aSpanOfTimeCanBeSelected() {
    Instant since = Instant.parse("2026-11-21T04:13:00Z");
    Instant until = Instant.parse("2026-11-21T04:13:10Z");
    Selection span = new Selection(Optional.empty(), Optional.of(since), Optional.of(until));
    List<LogRecord> records = Journals.records(lab(), span, MessageFilter.ALL);
    assertThat(records).isNotEmpty();
    assertThat(records)
        .allSatisfy(record -> assertThat(record.at().wall().orElseThrow()).isBetween(since, until));
  }

  @Test
  void theFilterKeepsFirstAndLastOfEachBootAndItsEnd() {
    List<LogRecord> records = Journals.records(lab(), Selection.ALL, (bytes, from, to) -> false);
    List<String> said = new ArrayList<>();
    records.forEach(record -> said.add(record.lines().getFirst()));
    assertThat(said.getFirst()).startsWith("Linux version 6.1.0-56-amd64");
    assertThat(said).anyMatch(line -> line.equals("Journal stopped"));
    assertThat(records).anyMatch(record -> record.boot().equals(Optional.of(AFTER)));
    assertThat(records.size()).isBetween(4, 40);
  }

  @Test
  void aRecordIsWhatJournalctlsJsonMakesOfIt() {
    List<LogRecord> all = Journals.records(lab());
    LogRecord hang =
        all.stream().filter(it -> it.lines().getFirst().endsWith("Unit Hang:")).findFirst().get();
    assertThat(Journals.cursor(hang))
        .isEqualTo(
            "s=7e4b5ab54de54f70b131bfafa74be0d6;i=359;b=eb6a2d01e1f24ff9ab937ca8278e38d1;"
                + "m=18cac71;t=660c1939636b0;x=e91a1340cdbe123e");
    assertThat(hang.border()).isEqualTo(LogRecord.Border.KEPT);
    assertThat(hang.identifier()).contains("kernel");
    assertThat(hang.device()).contains("+pci:0000:00:19.0");
    assertThat(hang.boot()).contains(HUNG);
    assertThat(hang.at().uptime().orElseThrow().micros()).isEqualTo(26017255);
    assertThat(hang.lines()).hasSize(15);
  }

  @Test
  void theLabsHangIsFound() {
    Reading<LogFacts> reading =
        JournalReading.read(
            new Origin("folder"),
            lab(),
            Selection.ALL,
            (bytes, from, to) ->
                new String(bytes, from, to - from, StandardCharsets.UTF_8).contains("Unit Hang"),
            Workers.ONE,
            event -> {});
    assertThat(reading).isInstanceOf(Reading.Read.class);
    LogFacts facts = reading.known().orElseThrow();
    assertThat(facts.episodes()).hasSize(1);
    assertThat(facts.episodes().getFirst().dumps()).isEqualTo(14);
    assertThat(facts.covers()).hasSize(2);
  }

  @Test
  void whatIsNoJournalIsRefusedAndTheOthersAreRead() {
    Journal journal =
        Journals.open(
            "no journal".getBytes(StandardCharsets.US_ASCII),
            Journals.bytes("plain.journal"),
            new byte[0]);
    assertThat(Journals.records(journal)).hasSize(77);
    assertThat(journal.troubles())
        .extracting(trouble -> trouble.toString())
        .containsExactly(
            "file 0: is no journal file: it doesn't begin with LPKSHHRH",
            "file 2: is no journal file: it doesn't begin with LPKSHHRH");
  }

  @Test
  void aNewerFormatIsRefusedByItsFlags() {
    byte[] newer = Journals.bytes("plain.journal");
    newer[12] |= 0x40;
    Journal journal = Journals.open(newer);
    assertThat(journal.isReadable()).isFalse();
    assertThat(journal.troubles().getFirst().what())
        .isEqualTo(
            "is a journal of a newer format, with incompatible flags that are not known: bit 6");
  }
}
