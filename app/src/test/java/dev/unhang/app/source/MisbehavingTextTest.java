package dev.unhang.app.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.console.Console;
import dev.unhang.linux.LiveHostView;
import dev.unhang.logs.LogReading;
import dev.unhang.logs.TimeSpan;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that are too long, no text, or change while they are read: what could be read is told, and
/// what could not is named.
class MisbehavingTextTest {
  private static final int LONG = 100_000_000;

  @TempDir private Path folder = Path.of("");

  private static byte[] report() throws IOException {
    return Files.readAllBytes(
        TestConsole.repository("testdata/reports/e1000e-pve-02-incident/kernel.log"));
  }

  /// The same of another card.
  private static byte[] otherReport() throws IOException {
    return new String(report(), UTF_8)
        .replace("eno1", "eno2")
        .replace("0000:00:19.0", "0000:00:1a.0")
        .getBytes(UTF_8);
  }

  /// What fills a line that doesn't end.
  enum Filling {
    LETTERS,
    /// As a file has it that was being written when the power went.
    NULS,
    NO_UTF8;

    void write(OutputStream out) throws IOException {
      byte[] chunk = new byte[1 << 20];
      Random random = new Random(1);
      for (int left = LONG; left > 0; left -= chunk.length) {
        switch (this) {
          case LETTERS -> Arrays.fill(chunk, (byte) 'x');
          case NULS -> Arrays.fill(chunk, (byte) 0);
          case NO_UTF8 -> {
            random.nextBytes(chunk);
            for (int i = 0; i < chunk.length; i++) {
              chunk[i] |= (byte) 0x80;
            }
          }
        }
        out.write(chunk);
      }
    }
  }

  private void write(OutputStream out, Filling filling) throws IOException {
    try (out) {
      out.write(report());
      out.write(filler(10_000));
      filling.write(out);
      out.write('\n');
      out.write(otherReport());
    }
  }

  /// With the memory that the launcher gives it.
  private String scan(ProcessBuilder.Redirect in, String name) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms8m",
                "-Xmx144m",
                "-XX:MaxNewSize=13m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.unhang.app.Main",
                "scan",
                "--json",
                name)
            .redirectInput(in)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(2);
    return Files.readString(out);
  }

  private static void bothAreTold(String json) {
    assertThat(json).contains("\"interface\" : \"eno1\"").contains("\"interface\" : \"eno2\"");
  }

  @ParameterizedTest
  @EnumSource
  void aLineOfAHundredMegabytesIsPassedInLittleMemory(Filling filling) throws Exception {
    Path log = folder.resolve("kern.log");
    write(Files.newOutputStream(log), filling);
    bothAreTold(scan(ProcessBuilder.Redirect.from(new File("/dev/null")), log.toString()));
    bothAreTold(scan(ProcessBuilder.Redirect.from(log.toFile()), "-"));
  }

  @Test
  void aPackedLineOfAHundredMegabytesIsPassedInLittleMemory() throws Exception {
    Path log = folder.resolve("kern.log.gz");
    write(new GZIPOutputStream(Files.newOutputStream(log)), Filling.NO_UTF8);
    bothAreTold(scan(ProcessBuilder.Redirect.from(new File("/dev/null")), log.toString()));
  }

  /// A file as something else than this program changes it.
  private static final class Changing implements ByteSource {
    private final byte[] bytes;
    private final long said;
    private final boolean breaks;

    /// @param said how long it is when it is opened
    /// @param breaks whether reading behind its end fails, or finds nothing
    Changing(byte[] bytes, long said, boolean breaks) {
      this.bytes = bytes;
      this.said = said;
      this.breaks = breaks;
    }

    @Override
    public long length() {
      return said;
    }

    @Override
    public int read(long offset, ByteBuffer into) {
      if (offset >= bytes.length) {
        if (breaks) {
          throw new UncheckedIOException(new IOException("Stale file handle"));
        }
        return -1;
      }
      int count = Math.min(into.remaining(), bytes.length - (int) offset);
      into.put(bytes, (int) offset, count);
      return count;
    }

    @Override
    public void close() {}
  }

  private static Console console(InputStream in) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    return new Console(nowhere, nowhere, in, false, Map.of());
  }

  private static Reading<LogFacts> read(ByteSource source) throws IOException {
    try (Threads threads = new Threads()) {
      return NamedLogs.text(
          source,
          "kern.log",
          TimeSpan.ALL,
          console(InputStream.nullInputStream()),
          threads,
          event -> {});
    }
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] filler(int bytes) {
    return "[   20.000000] usb 1-1: new high-speed USB device\n".repeat(bytes / 50).getBytes(UTF_8);
  }

  private static void told(Reading<LogFacts> reading, String trouble, String... cards) {
    assertThat(reading).isInstanceOf(Reading.Partly.class);
    LogFacts facts = reading.known().orElseThrow();
    List<String> hung = new ArrayList<>();
    for (Episode episode : facts.episodes()) {
      episode.nic().interfaceName().ifPresent(hung::add);
    }
    assertThat(hung).contains(cards);
    assertThat(facts.troubles()).extracting(Trouble::what).anyMatch(it -> it.contains(trouble));
  }

  /// Shorter ones are read line by line, longer ones in blocks.
  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000_000})
  void ofAFileThatBecomesShorterWhatIsLeftIsTold(int bytes) throws IOException {
    byte[] left = joined(report(), filler(bytes), otherReport());
    told(read(new Changing(left, 50_000_000, false)), "became shorter", "eno1", "eno2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000_000})
  void ofAFileThatCannotBeReadAnyFurtherWhatWasReadIsTold(int bytes) throws IOException {
    byte[] left = joined(report(), filler(bytes), otherReport());
    told(read(new Changing(left, 50_000_000, true)), "Stale file handle", "eno1", "eno2");
  }

  @Test
  void ofAPackedFileThatCannotBeReadAnyFurtherWhatWasReadIsTold() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(report());
      gzip.write(filler(1_000_000));
      gzip.flush();
      byte[] noise = new byte[1_000_000];
      new Random(1).nextBytes(noise);
      gzip.write(noise);
    }
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    told(read(new Changing(half, packed.size(), true)), "Stale file handle", "eno1");
  }

  @Test
  void ofAFileThatGrowsWhatWasThereIsTold() throws IOException {
    byte[] grown = joined(report(), filler(1_000), otherReport());
    Reading<LogFacts> reading = read(new Changing(grown, report().length, false));
    LogFacts facts = reading.known().orElseThrow();
    assertThat(facts.bytes()).isEqualTo(report().length);
    assertThat(facts.episodes()).hasSize(1);
  }

  @Test
  void ofAFileOfWhichNothingCanBeReadThatIsSaid() throws IOException {
    assertThat(read(new Changing(new byte[0], 50_000_000, true)).whyNot())
        .hasValueSatisfying(why -> assertThat(why).contains("Stale file handle"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000_000})
  void ofStandardInputThatBreaksWhatWasReadIsTold(int bytes) throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("Input/output error");
          }
        };
    InputStream in =
        new SequenceInputStream(
            new ByteArrayInputStream(joined(report(), filler(bytes), otherReport())), broken);
    try (Threads threads = new Threads()) {
      List<Reading<LogFacts>> read =
          new NamedLogs(new LiveHostView(), console(in), threads, Optional.empty())
              .read(List.of("-"));
      told(read.getFirst(), "Input/output error", "eno1", "eno2");
    }
  }

  /// The reader itself takes anything, in any pieces.
  @Test
  void bytesThatAreNoTextBetweenRecordsLeaveTheRecordsAlone() throws IOException {
    byte[] noise = new byte[3_000];
    new Random(2).nextBytes(noise);
    byte[] newline = {'\n'};
    LogReading reading = new LogReading(new Origin("kern.log"));
    byte[] log = joined(report(), noise, newline, new byte[4_000], newline, otherReport());
    reading.accept(log, 0, log.length);
    assertThat(reading.finish().known().orElseThrow().episodes()).hasSize(2);
  }
}
