package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.bulk.Block;
import dev.unhang.model.evidence.Origin;
import dev.unhang.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A long journal in JSON is read as if every entry of it had been.
class SiftedJournalTest {
  private static final String BOOT = "\"_BOOT_ID\":\"%032x\"";

  private static String entry(int boot, long second, String transport, String message) {
    return String.format(
        "{\"__REALTIME_TIMESTAMP\":\"%d\",\"_SOURCE_MONOTONIC_TIMESTAMP\":\"%d\",%s,"
            + "\"_TRANSPORT\":\"%s\",\"SYSLOG_IDENTIFIER\":\"%s\",\"MESSAGE\":%s}%n",
        1_780_000_000_000_000L + boot * 500_000_000_000L + second * 1_000_000,
        second * 1_000_000,
        String.format(BOOT, boot + 1),
        transport,
        transport.equals("kernel") ? "kernel" : "sshd",
        message.startsWith("[") ? message : "\"" + message + "\"");
  }

  /// Entries of programs, and now and then one of the kernel that says nothing.
  private static long filler(StringBuilder log, Random random, int boot, long from, int bytes) {
    long second = from;
    int end = log.length() + bytes;
    while (log.length() < end) {
      second++;
      boolean kernels = random.nextInt(1000) == 0;
      log.append(
          entry(
              boot,
              second,
              kernels ? "kernel" : "syslog",
              kernels ? "usb 1-1: nothing new" : "session closed for user " + random.nextInt()));
    }
    return second;
  }

  private static long report(StringBuilder log, int boot, long at) {
    for (String line :
        List.of(
            "e1000e 0000:00:1f.6 eno1: Detected Hardware Unit Hang:",
            "  TDH                  <67>",
            "  TDT                  <85>",
            "  next_to_use          <85>",
            "  next_to_clean        <66>",
            "buffer_info[next_to_clean]:",
            "  time_stamp           <1000391fa>",
            "  next_to_watch        <68>",
            "  jiffies              <1000393ee>",
            "  next_to_watch.status <0>",
            "MAC Status             <80083>")) {
      log.append(entry(boot, at, "kernel", line));
    }
    return at;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void severalBootsWithReportsAnywhere(int seed) {
    Random random = new Random(seed);
    StringBuilder log = new StringBuilder();
    for (int boot = 0; boot < 4; boot++) {
      long at = 0;
      log.append(entry(boot, 0, "kernel", "Linux version 6.8.12-9-pve (build@proxmox)"));
      for (int part = 0; part < 3; part++) {
        at = filler(log, random, boot, at, random.nextInt(2 * Block.SIZE));
        at = report(log, boot, at + 1);
      }
      at = filler(log, random, boot, at, random.nextInt(Block.SIZE));
    }
    BulkTest.assertSame(bytes(log));
  }

  @Test
  void aBootOfNoMoreThanAMomentIsSeen() {
    Random random = new Random(7);
    StringBuilder log = new StringBuilder();
    filler(log, random, 0, 0, Block.SIZE);
    log.append(entry(1, 1, "kernel", "usb 1-1: nothing new"));
    log.append(entry(1, 2, "syslog", "of one moment"));
    filler(log, random, 2, 0, 2 * Block.SIZE);
    BulkTest.assertSame(bytes(log));
  }

  /// A message that is no text is given byte by byte, so that its words can't be looked for.
  @Test
  void aMessageGivenByteByByteIsRead() {
    StringBuilder log = new StringBuilder();
    long at = filler(log, new Random(8), 0, 0, Block.SIZE);
    String message = "e1000e 0000:00:1f.6 eno1: Reset adapter unexpectedly";
    List<Integer> codes = message.chars().boxed().toList();
    log.append(entry(0, at + 1, "kernel", codes.toString().replace(" ", "")));
    filler(log, new Random(9), 0, at + 1, Block.SIZE);
    assertThat(ReadLogs.facts(bytes(log)).notices()).isNotEmpty();
    BulkTest.assertSame(bytes(log));
  }

  /// Nothing in such an entry says that it is the kernel's: each may be.
  @Test
  void entriesThatNameNoWriterAreAllRead() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      log.append("{" + String.format(BOOT, 1) + ",\"MESSAGE\":\"usb 1-1: " + i + "\"}\n");
    }
    LogReading reading = new LogReading(new Origin("journal.json"));
    reading.accept(bytes(log), 0, log.length());
    assertThat(reading.takesBlocks()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e1000e-82574-lab-hung-to-shutdown",
        "e1000e-82574-lab-cured-by-renegotiation",
        "e1000e-82574-lab-reset-by-driver"
      })
  void journalsOfMachines(String name) {
    String entries = Fixtures.reportText(name + "/journal.json");
    StringBuilder log = new StringBuilder(entries);
    filler(log, new Random(3), 9, 0, 2 * Block.SIZE);
    log.append(entries);
    filler(log, new Random(4), 10, 0, Block.SIZE);
    BulkTest.assertSame(bytes(log));
  }

  private static byte[] bytes(StringBuilder log) {
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }
}
