package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.bulk.Block;
import dev.unhang.logs.message.MessageFamilies;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.log.LogFacts;
import dev.unhang.testing.DumpText;
import dev.unhang.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A bulk log is read as if every line of it had been.
class BulkTest {
  private static final int HEAD = 10_000;

  /// An array at rest.
  static final class Bytes implements ByteSource {
    private final byte[] all;

    Bytes(byte[] all) {
      this.all = all;
    }

    @Override
    public long length() {
      return all.length;
    }

    @Override
    public int read(long offset, ByteBuffer into) {
      int length = (int) Math.min(into.remaining(), all.length - offset);
      if (length <= 0) {
        return -1;
      }
      into.put(all, (int) offset, length);
      return length;
    }

    @Override
    public void close() {}
  }

  static Reading<LogFacts> inBlocks(byte[] log) {
    return inBlocks(log, Block.SIZE);
  }

  static Reading<LogFacts> inBlocks(byte[] log, int size) {
    LogReading reading = new LogReading(new Origin("kernel.log"));
    int head = 0;
    while (head < log.length && !(head > HEAD && log[head - 1] == '\n')) {
      head++;
    }
    reading.accept(log, 0, head);
    assertThat(reading.takesBlocks()).isTrue();
    ByteSource source = new Bytes(log);
    byte[] buffer = new byte[Block.room()];
    for (long begin = head; begin < log.length; begin += size) {
      long end = Math.min(begin + size, log.length);
      reading.accept(
          reading.needsEveryByte()
              ? Block.exactly(source, MessageFamilies.candidates(), begin, end, buffer)
              : Block.read(source, MessageFamilies.candidates(), begin, end, buffer));
    }
    return reading.finish();
  }

  static void assertSame(byte[] log) {
    assertSame(log, Block.SIZE);
  }

  /// @param size bytes of a block
  static void assertSame(byte[] log, int size) {
    LogFacts exact = ReadLogs.read(log).known().orElseThrow();
    LogFacts bulk = inBlocks(log, size).known().orElseThrow();
    assertThat(bulk.episodes()).isEqualTo(exact.episodes());
    assertThat(bulk.counts()).isEqualTo(exact.counts());
    assertThat(bulk.covers()).isEqualTo(exact.covers());
    assertThat(bulk.faults()).isEqualTo(exact.faults());
    assertThat(bulk.notices()).isEqualTo(exact.notices());
    assertThat(bulk.troubles()).isEqualTo(exact.troubles());
    assertThat(bulk.bytes()).isEqualTo(exact.bytes());
  }

  /// Lines that say nothing.
  private static void filler(ByteArrayOutputStream out, Random random, int bytes) {
    int end = out.size() + bytes;
    while (out.size() < end) {
      String line =
          switch (random.nextInt(6)) {
            case 0 ->
                "May 25 15:23:30 pve-02 CRON[" + random.nextInt(99999) + "]: (root) CMD (true)";
            case 1 -> "May 25 15:23:30 pve-02 pmxcfs[1042]: [dcdb] notice: überall Daten";
            case 2 -> "May 25 15:23:30 pve-02 kernel: sd 0:0:0:0: [sda] Attached SCSI disk";
            case 3 -> "May 25 15:23:30 pve-02 dhclient: " + "x".repeat(random.nextInt(3000));
            case 4 -> "May 25 15:23:30 pve-02 kernel: usb 1-1: new high-speed USB device";
            default -> "May 25 15:23:30 pve-02 postfix/smtpd[7]: connect from unknown[192.0.2.1]";
          };
      out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] around(List<Path> logs, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    filler(out, random, 2 * HEAD);
    for (Path log : logs) {
      filler(out, random, random.nextInt(600_000));
      out.writeBytes(Fixtures.bytes(log));
      out.write('\n');
    }
    filler(out, random, random.nextInt(1_500_000));
    return out.toByteArray();
  }

  static Stream<Path> logs() {
    return Fixtures.logs().stream()
        .filter(file -> !file.toString().contains("json"))
        .filter(file -> Fixtures.bytes(file).length < 200_000);
  }

  @ParameterizedTest
  @MethodSource("logs")
  void aReportInTheMiddleIsReadInFull(Path log) {
    assertSame(around(List.of(log), new Random(log.getFileName().hashCode())));
  }

  static IntStream seeds() {
    return IntStream.range(0, 6);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void manyReportsAreReadInFull(int seed) {
    Random random = new Random(seed);
    List<Path> all = logs().toList();
    List<Path> some = random.ints(8, 0, all.size()).mapToObj(all::get).toList();
    assertSame(around(some, random));
  }

  @Test
  void everyPlaceOfABlockBorderIsReadTheSame() {
    String report = DumpText.of(DumpText.NIC).journal("May 25 15:23:30 pve-02 kernel: ") + "\n";
    for (int shift = 0; shift < report.length() + 40; shift += 7) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Random random = new Random(shift);
      filler(out, random, HEAD + 5000);
      int head = HEAD;
      while (out.toByteArray()[head] != '\n') {
        head++;
      }
      filler(out, random, head + 1 + Block.SIZE - report.length() + shift - out.size() - 4000);
      int missing = head + 1 + Block.SIZE - report.length() + shift - out.size();
      out.writeBytes(
          ("May 25 15:23:30 pve-02 a: " + "y".repeat(Math.max(0, missing - 27)) + "\n")
              .getBytes(StandardCharsets.UTF_8));
      out.writeBytes(report.getBytes(StandardCharsets.UTF_8));
      filler(out, random, 20_000);
      assertSame(out.toByteArray());
    }
  }

  @Test
  void aLineLongerThanABlockLosesNoLineNumbers() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    filler(out, new Random(1), 2 * HEAD);
    out.writeBytes("z".repeat(3 * Block.SIZE).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
    out.writeBytes(
        (DumpText.of(DumpText.NIC).journal("May 25 15:23:30 pve-02 kernel: ") + "\n")
            .getBytes(StandardCharsets.UTF_8));
    filler(out, new Random(2), 2 * HEAD);
    assertSame(out.toByteArray());
  }

  /// An IOMMU names devices by address alone: whose NIC it is has been said long before, by a line
  /// that says nothing else.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tg3 0000:02:00.0 eth1: Tigon3 [partno(BCM95720) rev 5720000] (PCI Express)",
        "mlx5_core 0002:02:00.0 ens1np0: Rx cqe compression disabled",
      })
  void aFaultIsANicsWhicheverDriverNamedIt(String named) {
    String address = named.split(" ", -1)[1];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    filler(out, new Random(1), 2 * HEAD);
    line(out, named);
    filler(out, new Random(2), 2 * HEAD);
    line(out, "DMAR: [DMA Write] Request device [" + address + "] fault addr 0xfff8d000");
    filler(out, new Random(3), 2 * HEAD);
    assertThat(ReadLogs.facts(out.toByteArray()).faults()).hasSize(1);
    assertSame(out.toByteArray());
  }

  private static void line(ByteArrayOutputStream out, String message) {
    out.writeBytes(
        ("May 25 15:23:30 pve-02 kernel: " + message + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aBootThatBeginsUnannouncedIsSeen() {
    StringBuilder log = new StringBuilder();
    for (int boot = 0; boot < 3; boot++) {
      for (int second = 0; second < 40_000; second++) {
        log.append(String.format("[%5d.%06d] usb 1-1: nothing new%n", second, boot));
      }
    }
    assertSame(log.toString().getBytes(StandardCharsets.UTF_8));
  }
}
