package dev.unhang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.unhang.logs.LogReading;
import dev.unhang.logs.bulk.Block;
import dev.unhang.logs.message.MessageFamilies;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.LogFacts;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// A bulk log is read as if every line of it had been, wherever its blocks are cut. The input is
/// the [Script] of a log.
class BulkLogFuzzTest {
  private static final Origin LOG = new Origin("log");

  /// The smallest blocks have a few bytes, the largest a whole log.
  private static final int SIZES = 14;

  /// A block is read before the next is made, so one buffer will do.
  private final byte[] buffer = new byte[Block.room()];

  /// Each message, stamped in each way, behind a report and before a boot.
  static Stream<Named<byte[]>> seeds() {
    return IntStream.range(0, 4 * Messages.ALL.size())
        .mapToObj(each -> {
          int line = each / 4;
          byte[] script = {
            (byte) each,
            (byte) Script.REPORT,
            3,
            (byte) Script.FILLER,
            30,
            (byte) line,
            (byte) Script.FILLER,
            50,
            1
          };
          return Named.of(Messages.ALL.get(line), script);
        });
  }

  @MethodSource("seeds")
  @FuzzTest
  void blocksSayWhatLinesSay(byte[] script) {
    byte[] log = Script.log(script);
    LogFacts exact = exact(log);
    Random random = new Random(Arrays.hashCode(script));
    LogFacts bulk = inBlocks(log, 1 << 4 + random.nextInt(SIZES - 4), random);
    assertThat(bulk.episodes()).isEqualTo(exact.episodes());
    assertThat(bulk.counts()).isEqualTo(exact.counts());
    assertThat(bulk.covers()).isEqualTo(exact.covers());
    assertThat(bulk.faults()).isEqualTo(exact.faults());
    assertThat(bulk.notices()).isEqualTo(exact.notices());
    assertThat(bulk.troubles()).isEqualTo(exact.troubles());
    assertThat(bulk.bytes()).isEqualTo(exact.bytes());
  }

  private static LogFacts exact(byte[] log) {
    LogReading reading = new LogReading(LOG);
    reading.accept(log, 0, log.length);
    return known(reading.finish());
  }

  /// @param most length of the longest block
  private LogFacts inBlocks(byte[] log, int most, Random random) {
    LogReading reading = new LogReading(LOG);
    reading.accept(log, 0, Script.HEAD.length);
    assertThat(reading.takesBlocks()).isTrue();
    BytesAtRest source = new BytesAtRest(log);
    for (long begin = Script.HEAD.length; begin < log.length; ) {
      long end = Math.min(begin + 1 + random.nextInt(most), log.length);
      reading.accept(Block.read(source, MessageFamilies.candidates(), begin, end, buffer));
      begin = end;
    }
    return known(reading.finish());
  }

  private static LogFacts known(Reading<LogFacts> reading) {
    return reading.known().orElseThrow(() -> new AssertionError(reading));
  }
}
