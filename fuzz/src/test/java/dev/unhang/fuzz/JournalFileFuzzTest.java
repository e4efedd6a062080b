package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.unhang.hosts.kernellog.JournalFiles;
import dev.unhang.logs.bulk.Workers;
import dev.unhang.logs.journal.BootSpan;
import dev.unhang.logs.journal.Journal;
import dev.unhang.logs.journal.MessageFilter;
import dev.unhang.logs.journal.Selection;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.LogFacts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Any bytes as a file of systemd's journal. Its seeds are small journals, one for each way of
/// storing fields.
class JournalFileFuzzTest {
  private static final Origin FILE = new Origin("file");

  /// Ten of a file and the sum of the rest.
  private static final int MOST_TROUBLES = 11;

  /// An entry begins at a multiple of this, and none is handed out twice by one look.
  private static final int ALIGNED = 8;

  /// A file is read by several looks, and the way from object to object asks at every eighth byte.
  private static final long MOST_READ = 200L;

  @FuzzTest
  void everyLookEndsAndHandsOutWhatTheFileHasRoomFor(byte[] file) throws IOException {
    BytesAtRest source = new BytesAtRest(file);
    try (JournalFiles files = JournalFiles.of(FILE, source)) {
      Journal journal = files.journal();
      long most = file.length / ALIGNED;
      AtomicLong records = new AtomicLong();
      journal.records(
          Selection.ALL, MessageFilter.ALL, Workers.ONE, record -> record(record, records));
      assertThat(records.get()).isLessThanOrEqualTo(most);
      AtomicLong lines = new AtomicLong();
      journal.json(
          Selection.ALL,
          Workers.ONE,
          (bytes, from, length) -> {
            for (int i = from; i < from + length; i++) {
              lines.addAndGet(bytes[i] == '\n' ? 1 : 0);
            }
          });
      assertThat(lines.get()).isLessThanOrEqualTo(most);
      boots(journal.boots(Workers.ONE), most);
      facts(JournalFiles.read(FILE, journal, Selection.ALL, Workers.ONE, event -> {}), journal);
      assertThat(journal.troubles().size()).isLessThanOrEqualTo(MOST_TROUBLES);
      assertThat(source.bytesRead()).isLessThan(MOST_READ * (file.length + (1 << 20)));
    }
  }

  private static void record(LogRecord record, AtomicLong count) {
    assertThat(record.lines()).isNotEmpty();
    count.incrementAndGet();
  }

  private static void boots(List<BootSpan> boots, long most) {
    assertThat((long) boots.size()).isLessThanOrEqualTo(most);
    for (int i = 0; i < boots.size(); i++) {
      assertThat(boots.get(i).index()).isEqualTo(i + 1 - boots.size());
    }
  }

  private static void facts(Reading<LogFacts> reading, Journal journal) {
    assertThat(reading.known().isPresent()).isEqualTo(journal.isReadable());
    reading.known().ifPresent(facts -> assertThat(facts.bytes()).isEqualTo(journal.bytes()));
  }
}
