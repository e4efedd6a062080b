package dev.unhang.repair.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.findings.Diagnosis;
import dev.unhang.logs.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.facts.HostFacts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NicHistoryTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  private final StringBuilder log = new StringBuilder();

  private NicHistoryTest line(Duration at, Duration uptime, String message) {
    log.append(BEGIN.plus(at))
        .append(" pve kernel: [")
        .append(uptime.toSeconds())
        .append(".000000] ")
        .append(message)
        .append('\n');
    return this;
  }

  private NicHistoryTest boot(int day, String kernel) {
    return line(
            Duration.ofDays(day),
            Duration.ZERO,
            "Linux version " + kernel + " (build@proxmox) (gcc) #1 SMP")
        .line(
            Duration.ofDays(day).plusSeconds(5),
            Duration.ofSeconds(5),
            "e1000e 0000:00:19.0 eno1: NIC Link is Up 1000 Mbps Full Duplex, Flow Control: None");
  }

  private NicHistoryTest hang(int bootDay, int hour) {
    Duration uptime = Duration.ofHours(hour);
    Duration at = Duration.ofDays(bootDay).plus(uptime);
    return line(at, uptime, "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:")
        .line(at, uptime, "  TDH                  <61>")
        .line(at, uptime, "  TDT                  <90>")
        .line(at, uptime, "  next_to_use          <90>")
        .line(at, uptime, "  next_to_clean        <" + (60 + hour) + ">")
        .line(
            at.plusSeconds(8),
            uptime.plusSeconds(8),
            "e1000e 0000:00:19.0 eno1: Reset adapter unexpectedly");
  }

  private History read() {
    byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);
    LogReading reading = new LogReading(new Origin("kernel.log"));
    reading.accept(bytes, 0, bytes.length);
    HostFacts facts = HostFacts.ofLogs(List.of(reading.finish()), List.of());
    return NicHistory.of(facts, Diagnosis.cases(facts).getFirst(), List.of(), Map.of(), NOW);
  }

  @Test
  void bootsHangsKernelsAndLinksHaveTheirTimes() {
    History history =
        boot(0, "6.8.12-4-pve").hang(0, 30).hang(0, 50).boot(9, "6.8.12-9-pve").hang(9, 7).read();
    assertThat(history.unclear()).isEmpty();
    assertThat(history.boots()).hasSize(2);
    assertThat(history.boots().getFirst().kernel()).contains("6.8.12-4-pve");
    assertThat(history.boots().getLast().kernel()).contains("6.8.12-9-pve");
    assertThat(history.boots().getLast().span().from()).isEqualTo(BEGIN.plus(Duration.ofDays(9)));
    assertThat(history.hangs())
        .extracting(Hang::first)
        .containsExactly(
            BEGIN.plus(Duration.ofHours(30)),
            BEGIN.plus(Duration.ofHours(50)),
            BEGIN.plus(Duration.ofDays(9)).plus(Duration.ofHours(7)));
    assertThat(history.links()).hasSize(2).first().extracting("megabits").isEqualTo(1000);
  }

  @Test
  void aClockThatJumpsMakesItUnclear() {
    History history =
        boot(0, "6.8").line(Duration.ofDays(3), Duration.ofHours(2), "audit: something").read();
    assertThat(history.unclear()).singleElement().asString().contains("clock", "slept");
  }

  @Test
  void timesThatAreToComeMakeItUnclear() {
    History history = boot(40, "6.8").hang(40, 3).read();
    assertThat(history.unclear())
        .singleElement()
        .asString()
        .contains("2026-02-10", "it is 2026-02-01");
  }

  @Test
  void aHangWithoutADateMakesItUnclear() {
    boot(0, "6.8");
    log.append("[ 9000.000000] e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:\n")
        .append("[ 9000.000000]   TDH                  <61>\n")
        .append("[ 9000.000000]   TDT                  <90>\n");
    assertThat(read().unclear()).contains("1 hang has no date in the logs");
  }
}
