package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.unhang.logs.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as a log, whatever form they seem to have.
class LogTextFuzzTest {
  private static final Origin LOG = new Origin("log");

  /// LogTally keeps 50 of its own and adds two, a log's reader keeps 20.
  private static final int MOST_TROUBLES = 72;

  static Stream<Named<byte[]>> seeds() {
    return Seeds.logs();
  }

  /// One way through the bytes.
  private record Outcome(Reading<LogFacts> reading, List<KernelEvent> events, boolean isText) {}

  @MethodSource("seeds")
  @FuzzTest
  void factsAreTheSameHoweverTheBytesAreCutAndQuoteWhatIsThere(byte[] log) {
    Outcome whole = read(log, log.length);
    Outcome cut = read(log, 1 + (Arrays.hashCode(log) & 0x3f));
    assertThat(cut.reading()).isEqualTo(whole.reading());
    assertThat(cut.events()).isEqualTo(whole.events());
    whole.reading().known().ifPresent(facts -> bounded(facts, log));
    if (whole.isText()) {
      Quoted quoted = new Quoted(log);
      whole.events().forEach(quoted::check);
      whole.reading().known().ifPresent(facts -> facts.episodes().forEach(quoted::check));
    }
  }

  /// Chunks of random length, each in a buffer that is spoiled afterwards.
  private static Outcome read(byte[] log, int most) {
    List<KernelEvent> events = new ArrayList<>();
    LogReading reading = new LogReading(LOG, events::add);
    Random random = new Random(most);
    for (int from = 0; from < log.length; ) {
      int length =
          most == log.length ? most : Math.min(log.length - from, random.nextInt(most + 1));
      byte[] chunk = Arrays.copyOfRange(log, from, from + length);
      reading.accept(chunk, 0, length);
      Arrays.fill(chunk, (byte) '#');
      from += length;
    }
    Reading<LogFacts> facts = reading.finish();
    boolean isJournal =
        facts
            .known()
            .filter(known ->
                known.dialect().contains("journal json")
                    || known.dialect().contains("journal export"))
            .isPresent();
    return new Outcome(facts, events, reading.takesBlocks() && !isJournal);
  }

  private static void bounded(LogFacts facts, byte[] log) {
    assertThat(facts.bytes()).isEqualTo(log.length);
    assertThat(facts.troubles()).hasSizeLessThanOrEqualTo(MOST_TROUBLES);
    // The shortest line that says anything about a boot or a NIC has more bytes.
    assertThat(facts.covers().size()).isLessThanOrEqualTo(1 + log.length / 4);
    long dumps = facts.episodes().stream().mapToLong(Episode::dumps).sum();
    assertThat(dumps).isLessThanOrEqualTo(log.length / 4);
  }
}
