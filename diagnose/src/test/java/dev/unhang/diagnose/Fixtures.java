package dev.unhang.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.LogFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Logs from the repository's testdata or from a test, read the way the program reads them.
public final class Fixtures {
  public static final Path ROOT = Path.of(System.getProperty("unhang.root", ".."));
  public static final Path REPORTS = ROOT.resolve("testdata/reports");

  private Fixtures() {}

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] report(String file) {
    return bytes(REPORTS.resolve(file));
  }

  public static String reportText(String file) {
    return new String(report(file), StandardCharsets.UTF_8);
  }

  /// Every log of testdata, sorted.
  public static List<Path> logs() {
    return below(REPORTS).stream()
        .filter(file -> !file.getFileName().toString().equals("case.json"))
        .toList();
  }

  public static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
