package dev.unhang.hosts.kernellog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import dev.unhang.testing.DumpText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DuplicateEpisodesTest {
  private static final String NIC = DumpText.NIC;

  private static Reading<LogFacts> log(String name, String... parts) {
    byte[] bytes = String.join("", parts).getBytes(StandardCharsets.UTF_8);
    LogReading reading = new LogReading(new Origin(name));
    reading.accept(bytes, 0, bytes.length);
    return reading.finish();
  }

  private static String dump(String stamp, double seconds) {
    return DumpText.of(NIC)
        .set("jiffies", Long.toHexString(0x1000936a9L + Math.round(seconds * 250)))
        .stamped(stamp + String.format(Locale.ROOT, "[%12.6f] ", seconds));
  }

  private static String line(String stamp, double seconds, String text) {
    return stamp + String.format(Locale.ROOT, "[%12.6f] %s\n", seconds, text);
  }

  private static final String SYSLOG = "Oct  5 10:01:40 pve kernel: ";

  private static List<LogFacts> once(List<Reading<LogFacts>> logs) {
    return DuplicateEpisodes.once(logs).stream().map(log -> log.known().orElseThrow()).toList();
  }

  private static List<Long> dumps(List<LogFacts> logs) {
    return logs.stream().flatMap(log -> log.episodes().stream()).map(Episode::dumps).toList();
  }

  /// A ring that overflowed: the normal state of dmesg on a host that hangs.
  @Test
  void aLogThatBeginsInMidHangTellsTheSameOne() {
    Reading<LogFacts> ring = log("dmesg", dump("", 102.1), dump("", 104.1));
    Reading<LogFacts> file =
        log("kern.log", dump(SYSLOG, 100.1), dump(SYSLOG, 102.1), dump(SYSLOG, 104.1));
    assertThat(dumps(once(List.of(ring, file)))).containsExactly(3L);
    assertThat(dumps(once(List.of(file, ring)))).containsExactly(3L);
  }

  @Test
  void anotherHangCountsAndBothCoversStay() {
    String other = DumpText.of(NIC).set("next_to_clean", "7").stamped("[  500.100000] ");
    List<LogFacts> logs =
        once(
            List.of(
                log("kern.log", line(SYSLOG, 90, "x"), dump(SYSLOG, 100.1)),
                log("dmesg", line("", 90, "x"), dump("", 100.1), other)));
    assertThat(dumps(logs)).containsExactly(1L, 1L);
    assertThat(logs).allSatisfy(log -> assertThat(log.covers()).hasSize(1));
    assertThat(logs.get(1).covers().getFirst().of(logs.get(1).episodes())).hasSize(1);
  }

  /// Two cards of a kind, in the same state at the same moment.
  @Test
  void anotherCardsHangCountsWhateverItsRegistersShow() {
    String other =
        DumpText.of("e1000e 0000:02:00.0 enp2s0")
            .set("jiffies", Long.toHexString(0x1000936a9L + Math.round(100.1 * 250)))
            .stamped("[  100.100000] ");
    List<LogFacts> logs = once(List.of(log("kern.log", dump(SYSLOG, 100.1)), log("dmesg", other)));
    assertThat(dumps(logs)).containsExactly(1L, 1L);
  }

  /// Time since boot, and what the registers show of it, begin anew with each.
  @Test
  void theSameReportOfAnotherBootIsAnotherHang() {
    Episode hang = log("dmesg", dump("", 100.1)).known().orElseThrow().episodes().getFirst();
    BootId one = new BootId("0123456789abcdef0123456789abcdef");
    BootId other = new BootId("fedcba9876543210fedcba9876543210");
    assertThat(in(one, hang).isSameAs(in(other, hang))).isFalse();
    assertThat(in(one, hang).isSameAs(in(one, hang))).isTrue();
    assertThat(in(one, hang).isSameAs(hang)).as("which boot it was is not told").isTrue();
  }

  private static Episode in(BootId boot, Episode hang) {
    return new Episode(
        Optional.of(boot),
        hang.nic(),
        hang.queue(),
        hang.firstIsAt(),
        hang.first(),
        hang.last(),
        hang.firstPlace(),
        hang.lastPlace(),
        hang.firstText(),
        hang.dumps(),
        hang.dump(),
        hang.ring(),
        hang.stuck(),
        hang.outcome(),
        hang.outcomePlace());
  }

  @Test
  void whatOneLogTellsTwiceCountsTwice() {
    Copies<String> copies =
        new Copies<>(
            each -> List.of("at once"),
            (one, other) -> true,
            Comparator.comparingInt(String::length));
    copies.add(0, List.of("a", "bb"));
    assertThat(List.of("a", "bb")).allMatch(copies::counts);
    copies.add(1, List.of("ccc"));
    assertThat(copies.counts("ccc")).isTrue();
    assertThat(List.of("a", "bb")).noneMatch(copies::counts);
  }

  @Test
  void standstillsAndLinkChangesOfTwoCopiesCountOnce() {
    List<String> watchdogs = new ArrayList<>();
    for (String stamp : List.of(SYSLOG, "")) {
      watchdogs.add(
          line(stamp, 300.5, "NETDEV WATCHDOG: eth0 (r8169): transmit queue 0 timed out 5000 ms")
              + line(stamp, 400.5, "r8169 0000:03:00.0 eth0: Link is Down"));
    }
    List<LogFacts> logs =
        once(List.of(log("kern.log", watchdogs.getFirst()), log("dmesg", watchdogs.getLast())));
    assertThat(logs.getFirst().standstills()).hasSize(1);
    assertThat(logs.getFirst().notices()).isNotEmpty();
    assertThat(logs.getLast().standstills()).isEmpty();
    assertThat(logs.getLast().notices()).isEmpty();
  }

  @Test
  void oneLogIsLeftAlone() {
    Reading<LogFacts> log = log("kern.log", dump("", 100.1), dump("", 200));
    assertThat(DuplicateEpisodes.once(List.of(log))).containsExactly(log);
  }

  @Test
  void tenThousandNicsInTwoCopiesTakeLittleTime() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      String nic =
          String.format(
              Locale.ROOT, "e1000e %04x:%02x:%02x.0 eth%d", i / 8192, i / 32 % 256, i % 32, i);
      double at = 60 + i / 10.0;
      text.append(line("", at, nic + ": Detected Hardware Unit Hang:"));
      text.append(line("", at, "  TDH                  <61>"));
    }
    long begin = System.nanoTime();
    List<Reading<LogFacts>> copies = List.of(log("a", text.toString()), log("b", text.toString()));
    assertThat(dumps(once(copies))).hasSize(10_000);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
  }
}
