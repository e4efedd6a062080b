package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.LogFacts;
import dev.unhang.testing.DumpText;
import dev.unhang.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged input: any answer but a crash, and never a hang that is not there.
class DamageTest {
  private static final int MANY_SEEDS = 200;
  private static final int SEEDS = 20;

  static List<Path> logs() {
    return Fixtures.logs();
  }

  private static String whyNot(byte[] log) {
    assertThat(ReadLogs.read(log)).isInstanceOf(Reading.Unreadable.class);
    return ReadLogs.read(log).whyNot().orElseThrow();
  }

  private static byte[] bytes(int... bytes) {
    byte[] result = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      result[i] = (byte) bytes[i];
    }
    return result;
  }

  private static byte[] filled(byte[] start, int length) {
    return Arrays.copyOf(start, length);
  }

  @ParameterizedTest
  @MethodSource("logs")
  void theFactsDoNotDependOnHowTheBytesWereCut(Path log) {
    byte[] bytes = Fixtures.bytes(log);
    Reading<LogFacts> whole = ReadLogs.read(bytes);
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(ReadLogs.readChunked(bytes, new Random(seed)))
          .as("%s, seed %s", log, seed)
          .isEqualTo(whole);
    }
  }

  @Test
  void oddOpeningsDoNotDependOnHowTheBytesWereCut() {
    List<String> odd =
        List.of(
            "{\"MESSAGE\":\"x\"}\n" + "\0".repeat(9000),
            "{\"a\":1}\n{\"MESSAGE\":\"x\"}\n",
            "{\"" + "x".repeat(9000) + "\"",
            "{\"" + "x".repeat(5000) + "\":1,\"MESSAGE\":\"x\"}\n",
            "{\n\"MESSAGE\": 1}",
            "\n\n\n{\"MESSAGE\":\"x\"}\n",
            "\0".repeat(1000) + "[    1.000000] x\n".repeat(500),
            "\r\n\r\n[    1.000000] x\r\n");
    for (String text : odd) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      Reading<LogFacts> whole = ReadLogs.read(bytes);
      for (int seed = 0; seed < SEEDS; seed++) {
        assertThat(ReadLogs.readChunked(bytes, new Random(seed)))
            .as("%s, seed %s", text.substring(0, Math.min(40, text.length())), seed)
            .isEqualTo(whole);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void aLogCutAnywhereIsRead(Path log) {
    byte[] bytes = Fixtures.bytes(log);
    long dumps = ReadLogs.dumps(ReadLogs.facts(bytes));
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\n') {
        continue;
      }
      assertThat(ReadLogs.dumps(ReadLogs.facts(Arrays.copyOfRange(bytes, 0, i + 1))))
          .as("%s to byte %s", log, i)
          .isLessThanOrEqualTo(dumps);
      if (i + 1 < bytes.length && i % 7 == 0) {
        assertThat(ReadLogs.dumps(ReadLogs.facts(Arrays.copyOfRange(bytes, i + 1, bytes.length))))
            .as("%s from byte %s", log, i)
            .isLessThanOrEqualTo(dumps);
      }
    }
  }

  @Test
  void randomBytesNeverThrow() {
    for (int seed = 0; seed < MANY_SEEDS; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(6000)];
      random.nextBytes(bytes);
      if (random.nextBoolean()) {
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (bytes[i] & 0x7f | 0x20);
        }
      }
      Reading<LogFacts> reading = ReadLogs.read(bytes);
      assertThat(reading.known().map(ReadLogs::dumps).orElse(0L)).as("seed %s", seed).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void mutatedLogsNeverThrow(Path log) {
    byte[] bytes = Fixtures.bytes(log);
    for (int seed = 0; seed < SEEDS; seed++) {
      byte[] mutated = mutated(bytes, new Random(seed));
      Reading<LogFacts> whole = ReadLogs.read(mutated);
      assertThat(ReadLogs.readChunked(mutated, new Random(seed)))
          .as("%s, seed %s", log, seed)
          .isEqualTo(whole);
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] mutated = bytes.clone();
    for (int i = random.nextInt(60); i >= 0; i--) {
      int at = random.nextInt(mutated.length);
      int length = Math.min(mutated.length - at, 1 + random.nextInt(50));
      switch (random.nextInt(4)) {
        case 0 -> mutated[at] = (byte) random.nextInt(256);
        case 1 -> Arrays.fill(mutated, at, at + length, (byte) 0);
        case 2 ->
            System.arraycopy(
                mutated, random.nextInt(mutated.length - length + 1), mutated, at, length);
        default -> {
          ByteArrayOutputStream cut = new ByteArrayOutputStream();
          cut.write(mutated, 0, at);
          cut.write(mutated, at + length, mutated.length - at - length);
          mutated = cut.size() == 0 ? mutated : cut.toByteArray();
        }
      }
    }
    return mutated;
  }

  @Test
  void anEmptyLogSaysSo() {
    Reading<LogFacts> reading = ReadLogs.read(new byte[0]);
    assertThat(reading).isInstanceOf(Reading.Partly.class);
    assertThat(reading.known().orElseThrow().troubles())
        .extracting(Trouble::toString)
        .containsExactly("kernel.log: is empty");
  }

  @Test
  void compressedAndBinaryLogsSayHowToReadThem() {
    assertThat(whyNot(filled(bytes(0x1f, 0x8b, 8, 0), 5000))).contains("gzip", "zcat");
    assertThat(whyNot(bytes(0x1f, 0x8b))).contains("gzip");
    assertThat(whyNot(filled(bytes(0xfd, '7', 'z', 'X', 'Z', 0), 5000))).contains("xz", "xzcat");
    assertThat(whyNot(filled(bytes(0x28, 0xb5, 0x2f, 0xfd), 100))).contains("zstd", "zstdcat");
    assertThat(whyNot("LPKSHHRH\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)))
        .contains("journal", "journalctl --file");
    assertThat(whyNot(new byte[10_000])).contains("binary");
    assertThat(whyNot(new byte[10])).contains("binary");
    byte[] noise = new byte[5_000];
    new Random(1).nextBytes(noise);
    assertThat(whyNot(noise)).contains("binary");
    assertThat(whyNot(bytes(0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0))).contains("binary");
  }

  /// What a power cut leaves of a file that was being written.
  @Test
  void aLogThatBeginsWithARunOfNulsIsRead() {
    byte[] report = Fixtures.report("e1000e-pve-02-incident/kernel.log");
    byte[] log = new byte[5_000 + report.length];
    System.arraycopy(report, 0, log, 5_000, report.length);
    assertThat(ReadLogs.read(log).known().orElseThrow().episodes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789", "\n\n\n\n\n\n\n\n\n\n", "{\"MESSAGE\"", "[ 1.000000]"})
  void tenBytesAreALogWithoutAHang(String text) {
    assertThat(ReadLogs.facts(text).episodes()).isEmpty();
  }

  @Test
  void nulRunsInsideALogAreRead() {
    String text =
        "[    1.000000] x\n".repeat(300)
            + "\0".repeat(5000)
            + DumpText.of(DumpText.NIC).stamped("[   19.348376] ");
    assertThat(ReadLogs.dumps(ReadLogs.facts(text))).isEqualTo(1);
  }

  @Test
  void aLineBeyondTheBoundIsCutAndNamed() {
    String text =
        "[    1.000000] "
            + "x".repeat(1 << 20)
            + "\n"
            + DumpText.of(DumpText.NIC).stamped("[   19.348376] ");
    LogFacts facts = ReadLogs.facts(text);
    assertThat(ReadLogs.dumps(facts)).isEqualTo(1);
    assertThat(facts.troubles())
        .extracting(Trouble::toString)
        .containsExactly("kernel.log:1: line is longer than 262144 bytes, cut");
  }

  @Test
  void anEntryBeyondTheBoundIsLeftOutAndNamed() {
    String text =
        "{\"MESSAGE\":\"x\"}\n{\"MESSAGE\":\"" + "x".repeat(1 << 20) + "\"}\n{\"MESSAGE\":\"y\"}\n";
    assertThat(ReadLogs.facts(text).troubles())
        .extracting(Trouble::toString)
        .containsExactly("kernel.log:2: entry is longer than 262144 bytes, left out");
  }

  @Test
  void troublesAreBounded() {
    assertThat(ReadLogs.facts("{\"MESSAGE\":\"x\"}\n" + "broken\n".repeat(5000)).troubles())
        .hasSizeBetween(2, 100);
    String forged = "[    1.000000] x\n" + DumpText.of(DumpText.NIC).message() + "\n";
    assertThat(ReadLogs.facts(forged.repeat(500)).troubles()).hasSizeBetween(2, 100);
  }

  private static String entry(String message) {
    return "{\"SYSLOG_IDENTIFIER\":\"kernel\",\"_TRANSPORT\":\"kernel\",\"MESSAGE\":"
        + message
        + "}\n";
  }

  private static String array(String text) {
    return Arrays.toString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A field that is no UTF-8 is an array of bytes, one that is too long is null.
  @Test
  void aMessageMayBeAnArrayOfBytes() {
    String first = entry("\"x\"");
    String hang = DumpText.of(DumpText.NIC).message();
    assertThat(ReadLogs.dumps(ReadLogs.facts(first + entry(array(hang))))).isEqualTo(1);
    assertThat(
            ReadLogs.dumps(
                ReadLogs.facts(
                    first + entry("[" + "\"" + hang.replace("\n", "\\n") + "\",\"b\"]"))))
        .isEqualTo(1);
    String negative = array(hang + " \u00e9");
    assertThat(negative).contains("-");
    assertThat(ReadLogs.dumps(ReadLogs.facts(first + entry(negative)))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | 0",
        "[] | 0",
        "[null] | 0",
        "[[1,2],{\"a\":1}] | 0",
        "[1.5, true, 99999999999999999999] | 1",
        "{} | 0",
        "{\"a\":{\"b\":[1]}} | 0",
        "true | 0",
        "12 | 0",
        "1e5 | 0",
        "\"\" | 0",
        "\"\\ud800\" | 0",
        "\"\\u0000\\n\\n\" | 0",
        "\"open | 1",
        "[1,2 | 1",
        "\"\\q\" | 1",
        "01 | 1",
        "nul | 1"
      })
  void oddMessagesLeaveTheOtherEntriesAlone(String message, int troubles) {
    String hang = entry("\"" + DumpText.of(DumpText.NIC).message().replace("\n", "\\n") + "\"");
    LogFacts facts = ReadLogs.facts(hang + entry(message) + hang);
    assertThat(ReadLogs.dumps(facts)).isEqualTo(2);
    assertThat(facts.troubles()).hasSize(troubles);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[]",
        "[1]",
        "null",
        "\"x\"",
        "{}",
        "{}{}",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":}",
        "-- Logs begin at Sun --",
        "{\"MESSAGE\":\"x\"",
        "\u0000",
        "{\"MESSAGE\":\"x\"} trailing"
      })
  void brokenLinesLeaveTheOtherEntriesAlone(String line) {
    String hang = entry("\"" + DumpText.of(DumpText.NIC).message().replace("\n", "\\n") + "\"");
    assertThat(ReadLogs.dumps(ReadLogs.facts(hang + line + "\n" + hang))).isEqualTo(2);
  }

  @Test
  void deepNestingIsNotFollowed() {
    String hang = entry("\"" + DumpText.of(DumpText.NIC).message().replace("\n", "\\n") + "\"");
    LogFacts facts = ReadLogs.facts(hang + "{\"A\":" + "[".repeat(100_000) + "\n" + hang);
    assertThat(ReadLogs.dumps(facts)).isEqualTo(2);
    assertThat(facts.troubles()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", "-1", "99999999999999999999", "1.5"})
  void oddStampsOfAnEntryAreNoStamps(String stamp) {
    String text =
        "{\"__REALTIME_TIMESTAMP\":\""
            + stamp
            + "\",\"_SOURCE_MONOTONIC_TIMESTAMP\":\""
            + stamp
            + "\",\"_BOOT_ID\":\""
            + stamp
            + "\",\"MESSAGE\":\""
            + DumpText.of(DumpText.NIC).message().replace("\n", "\\n")
            + "\"}\n";
    LogFacts facts = ReadLogs.facts(text);
    assertThat(ReadLogs.dumps(facts)).isEqualTo(1);
    assertThat(facts.episodes().getFirst().first().isKnown()).isFalse();
  }
}
