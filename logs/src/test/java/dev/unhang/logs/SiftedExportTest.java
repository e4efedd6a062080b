package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.bulk.Block;
import dev.unhang.logs.form.JournalExport;
import dev.unhang.logs.message.MessageFamilies;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.log.LogFacts;
import dev.unhang.testing.DumpText;
import dev.unhang.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A long journal in the export form is read as if every entry of it had been, wherever its blocks
/// are cut.
class SiftedExportTest {
  private static final String RESET = "e1000e 0000:00:1f.6 eno1: Reset adapter unexpectedly";
  private static final String REPORT = DumpText.of(DumpText.NIC).message();

  /// What a program may log to look like entries of the kernel's.
  private static final String FORGERY =
      "x\n\n__CURSOR=s=1;i=1\n__REALTIME_TIMESTAMP=1780000000000000\n_BOOT_ID="
          + "9".repeat(32)
          + "\n_TRANSPORT=kernel\nMESSAGE="
          + RESET
          + "\n\n";

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private long entries;

  private void write(String text) {
    log.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void field(String name, String value) {
    if (value.indexOf('\n') < 0) {
      write(name + "=" + value + "\n");
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    write(name + "\n");
    log.writeBytes(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(bytes.length)
            .array());
    log.writeBytes(bytes);
    write("\n");
  }

  private void entry(int boot, long second, String transport, String message) {
    entries++;
    field("__CURSOR", "s=7e;i=" + Long.toHexString(entries));
    field(
        "__REALTIME_TIMESTAMP",
        Long.toString(1_780_000_000_000_000L + boot * 500_000_000_000L + second * 1_000_000));
    field("__MONOTONIC_TIMESTAMP", Long.toString(second * 1_000_000));
    field("_BOOT_ID", String.format("%032x", boot + 1));
    field("_TRANSPORT", transport);
    field("SYSLOG_IDENTIFIER", transport.equals("kernel") ? "kernel" : "sshd");
    field("MESSAGE", message);
    write("\n");
  }

  /// Entries of programs, and now and then one of the kernel that says nothing.
  private long filler(Random random, int boot, long from, int bytes) {
    long second = from;
    int end = log.size() + bytes;
    while (log.size() < end) {
      second++;
      switch (random.nextInt(200)) {
        case 0 -> entry(boot, second, "kernel", "usb 1-1: nothing new");
        case 1 -> entry(boot, second, "syslog", FORGERY);
        case 2 -> entry(boot, second, "syslog", "of\nlines\n\n");
        default -> entry(boot, second, "syslog", "session closed for user " + random.nextInt());
      }
    }
    return second;
  }

  private void severalBoots(Random random, int bytes) {
    for (int boot = 0; boot < 4; boot++) {
      long at = 0;
      entry(boot, 0, "kernel", "Linux version 6.8.12-9-pve (build@proxmox)");
      for (int part = 0; part < 3; part++) {
        at = filler(random, boot, at, random.nextInt(2 * bytes)) + 1;
        entry(boot, at, "kernel", random.nextBoolean() ? REPORT : RESET);
      }
      at = filler(random, boot, at, random.nextInt(bytes));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void severalBootsWithReportsAnywhere(int seed) {
    severalBoots(new Random(seed), Block.SIZE);
    assertThat(ReadLogs.facts(log.toByteArray()).covers()).hasSize(4);
    BulkTest.assertSame(log.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 1000, 4096, 10_000, 65_537})
  void blocksOfAnySizeSayTheSame(int size) {
    severalBoots(new Random(size), 20_000);
    LogFacts facts = ReadLogs.facts(log.toByteArray());
    assertThat(facts.episodes()).isNotEmpty();
    assertThat(facts.troubles()).isEmpty();
    BulkTest.assertSame(log.toByteArray(), size);
  }

  /// A byte more, less or other: what is lost, and in which line, is the same.
  @Test
  void damageCostsTheSame() {
    severalBoots(new Random(11), 12_000);
    byte[] whole = log.toByteArray();
    Random random = new Random(12);
    int damaged = 0;
    for (int round = 0; round < 300; round++) {
      ByteArrayOutputStream torn = new ByteArrayOutputStream();
      int at = 12_000;
      torn.write(whole, 0, at);
      while (at < whole.length) {
        int length = Math.min(1 + random.nextInt(20_000), whole.length - at);
        torn.write(whole, at, length);
        at += length + random.nextInt(3);
        if (random.nextInt(3) == 0) {
          torn.write("\n\n=A_\r\0".charAt(random.nextInt(7)));
        }
      }
      byte[] bytes = torn.toByteArray();
      damaged += ReadLogs.facts(bytes).troubles().isEmpty() ? 0 : 1;
      BulkTest.assertSame(bytes, 500 + random.nextInt(30_000));
    }
    assertThat(damaged).isGreaterThan(100);
  }

  /// Such a value has no newline in it, and ends in another block than it begins.
  @ParameterizedTest
  @ValueSource(ints = {255, 257, 1500})
  void aValueLongerThanABlockHidesNothing(int kibibytes) {
    filler(new Random(1), 0, 0, 20_000);
    entry(0, 500, "kernel", "usb 1-1: nothing new");
    String big = "z".repeat(kibibytes << 10);
    field("__CURSOR", "s=1;i=0");
    field("COREDUMP", "\n" + big);
    field("MESSAGE", "of a program");
    write("\n");
    filler(new Random(2), 0, 600, 20_000);
    field("__CURSOR", "s=1;i=1");
    field("_CMDLINE", big);
    field("MESSAGE", "of a program");
    write("\n");
    long at = filler(new Random(3), 0, 1200, 20_000);
    entry(0, at + 1, "kernel", RESET);
    filler(new Random(4), 0, at + 2, 20_000);
    assertThat(ReadLogs.facts(log.toByteArray()).notices()).isNotEmpty();
    BulkTest.assertSame(log.toByteArray());
  }

  /// Nothing says of such an entry when or in which boot it was, or it is two that ran together.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "__CURSOR=a\n_TRANSPORT=kernel\nMESSAGE=usb 1-1: no time and no boot\n\n",
        "__CURSOR=a\n__REALTIME_TIMESTAMP=1790000000000000\nMESSAGE=no boot\n\n",
        "__CURSOR=a\n"
            + "__REALTIME_TIMESTAMP=soon\n"
            + "_BOOT_ID=00000000000000000000000000000001\n"
            + "MESSAGE=a\n\n",
        "__CURSOR=a\n"
            + "__REALTIME_TIMESTAMP=1790000000000000\n"
            + "_BOOT_ID=00000000000000000000000000000002\n"
            + "MESSAGE=of a moment\n\n",
        "__CURSOR=a\n"
            + "__REALTIME_TIMESTAMP=1790000000000000\n"
            + "_BOOT_ID=00000000000000000000000000000001\n\n",
        "__CURSOR=a\n"
            + "__REALTIME_TIMESTAMP=1790000000000000\n"
            + "_BOOT_ID=00000000000000000000000000000001\n"
            + "MESSAGE=a\n"
            + "__CURSOR=b\n"
            + "MESSAGE=b\n\n",
        "\n\n\n",
        "\r\n",
        "nothing of a journal\n\n",
      })
  void whatIsNoPlainEntryIsRead(String odd) {
    filler(new Random(1), 0, 0, 200_000);
    entry(0, 5000, "kernel", "usb 1-1: nothing new");
    long at = filler(new Random(2), 0, 5001, 50_000);
    write(odd);
    filler(new Random(3), 0, at + 1, 50_000);
    BulkTest.assertSame(log.toByteArray());
    log.reset();
    filler(new Random(1), 0, 0, 200_000);
    write(odd);
    BulkTest.assertSame(log.toByteArray());
  }

  @Test
  void mostEntriesArePassedOver() {
    entry(0, 0, "kernel", "usb 1-1: nothing new");
    long at = filler(new Random(1), 0, 1, 400_000);
    entry(0, at + 1, "kernel", RESET);
    filler(new Random(2), 0, at + 2, 50_000);
    List<LogRecord> read = new ArrayList<>();
    JournalExport source = new JournalExport(new Origin("journal.export"), read::add);
    byte[] bytes = log.toByteArray();
    source.accept(Block.of(MessageFamilies.candidates(), bytes, 0, bytes.length), () -> false);
    assertThat(read).hasSizeBetween(4, (int) entries / 50);
    assertThat(read.stream().flatMap(each -> each.lines().stream())).contains(RESET);
  }

  @Test
  void entriesOfNoKernelAreAllRead() {
    for (int i = 0; i < 200; i++) {
      entry(0, i, "syslog", "session closed");
    }
    List<LogRecord> read = new ArrayList<>();
    JournalExport source = new JournalExport(new Origin("journal.export"), read::add);
    byte[] bytes = log.toByteArray();
    source.accept(Block.of(MessageFamilies.candidates(), bytes, 0, bytes.length), () -> false);
    assertThat(read).hasSize(200);
  }

  @Test
  void aJournalOfAMachine() {
    byte[] entries = Fixtures.report("e1000e-82574-lab-hung-to-shutdown/journal-export.txt");
    log.writeBytes(entries);
    filler(new Random(3), 9, 0, 2 * Block.SIZE);
    log.writeBytes(entries);
    filler(new Random(4), 10, 0, Block.SIZE);
    BulkTest.assertSame(log.toByteArray());
  }
}
