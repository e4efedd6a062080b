package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.LogFacts;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Logs of a test, read the way the program reads them.
public final class ReadLogs {
  private ReadLogs() {}

  /// All bytes at once.
  public static Reading<LogFacts> read(byte[] log) {
    LogReading reading = new LogReading(new Origin("kernel.log"));
    reading.accept(log, 0, log.length);
    return reading.finish();
  }

  /// The bytes in chunks of random size, each in a buffer that is spoiled afterwards.
  public static Reading<LogFacts> readChunked(byte[] log, Random random) {
    LogReading reading = new LogReading(new Origin("kernel.log"));
    int most = 1 << random.nextInt(14);
    for (int from = 0; from < log.length; ) {
      int length = Math.min(log.length - from, 1 + random.nextInt(most));
      int offset = random.nextInt(5);
      byte[] buffer = new byte[offset + length + random.nextInt(5)];
      random.nextBytes(buffer);
      System.arraycopy(log, from, buffer, offset, length);
      reading.accept(buffer, offset, length);
      random.nextBytes(buffer);
      from += length;
    }
    return reading.finish();
  }

  public static LogFacts facts(byte[] log) {
    Reading<LogFacts> reading = read(log);
    assertThat(reading.known()).as(reading.toString()).isPresent();
    return reading.known().orElseThrow();
  }

  public static LogFacts facts(String log) {
    return facts(log.getBytes(StandardCharsets.UTF_8));
  }

  public static long dumps(LogFacts facts) {
    return facts.episodes().stream().mapToLong(episode -> episode.dumps()).sum();
  }
}
