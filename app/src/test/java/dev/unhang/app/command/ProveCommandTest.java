package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.LiveWiring;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveCommandTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder = Path.of("");

  private static void line(StringBuilder log, Duration at, String message) {
    log.append(BEGIN.plus(at))
        .append(" pve kernel: [")
        .append(at.toSeconds())
        .append(".000000] ")
        .append(message)
        .append('\n');
  }

  /// Thirty days of a log, with a hang at noon of each of some days.
  private Path log(int... days) throws IOException {
    StringBuilder log = new StringBuilder();
    line(log, Duration.ZERO, "Linux version 6.8.12-4-pve (build@proxmox) (gcc) #1 SMP");
    line(log, Duration.ofSeconds(1), "e1000e 0000:00:19.0 eno1: renamed from eth0");
    for (int day : days) {
      Duration at = Duration.ofDays(day).plusHours(12);
      line(log, at, "e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:");
      line(log, at, "  TDH                  <61>");
      line(log, at, "  TDT                  <90>");
      line(log, at, "  next_to_use          <90>");
      line(log, at, "  next_to_clean        <" + (10 + day) + ">");
      line(log, at.plusSeconds(8), "e1000e 0000:00:19.0 eno1: Reset adapter unexpectedly");
    }
    line(log, Duration.ofDays(30), "audit: the last line");
    Path file = folder.resolve("var/log/kern.log");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, log.toString());
  }

  private static TestConsole prove(Path log, String since, String... more) {
    String[] words = new String[more.length + 4];
    System.arraycopy(
        new String[] {"prove", "eno1", log.toString(), "--since=" + since}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return TestConsole.run(new LiveWiring(), words);
  }

  @Test
  void aQuietTimeIsToldWithItsNumbers() throws IOException {
    TestConsole proved = prove(log(1, 2, 4, 6, 7, 10, 11, 13, 15), "2026-01-17t00:00z");
    assertThat(proved.out())
        .startsWith("PROVED: eno1 is repaired")
        .contains(
            "Before        9 hangs in 16.0 days of uptime",
            "Since         none in 14.0 days of uptime",
            "at 95 % it now hangs less than once in 4.6 days",
            "would be so quiet",
            "less than once in 100",
            "how much was sent is unknown");
    assertThat(proved.exit()).isZero();
  }

  @Test
  void tooShortATimeIsNotYetAProof() throws IOException {
    TestConsole early = prove(log(1, 8, 15), "2026-01-17t00:00z");
    assertThat(early.out())
        .startsWith("NOT YET")
        .contains("'repaired' can be said from 2026-02-14 if it stays quiet");
    assertThat(early.exit()).isEqualTo(3);
  }

  @Test
  void aHangSinceEndsIt() throws IOException {
    TestConsole again = prove(log(1, 4, 8, 15, 20), "2026-01-17t00:00z");
    assertThat(again.out()).startsWith("HUNG AGAIN: eno1 at 2026-01-21 12:00Z");
    assertThat(again.exit()).isEqualTo(2);
  }

  @Test
  void whatLogsDoNotReachIsNotClaimed() throws IOException {
    TestConsole before = prove(log(4, 8, 15), "2025-12-01");
    assertThat(before.out()).startsWith("NOT ENOUGH").contains("the logs begin at 2026-01-01");
    assertThat(before.exit()).isEqualTo(3);
    TestConsole after = prove(log(4, 8, 15), "2026-05-01");
    assertThat(after.out()).contains("the logs end at 2026-01-31");
    TestConsole unknown =
        TestConsole.run(new LiveWiring(), "prove", "eno1", log(4, 8, 15).toString());
    assertThat(unknown.out()).contains("NOT ENOUGH", "--since TIME tells when");
    assertThat(unknown.exit()).isEqualTo(3);
  }

  @Test
  void wordsThatMakeNoSenseAreRefused() throws IOException {
    assertThat(prove(log(4), "once").exit()).isEqualTo(64);
    TestConsole other =
        TestConsole.run(new LiveWiring(), "prove", "eno9", log(4).toString(), "--since=-3d");
    assertThat(other.exit()).isEqualTo(66);
    assertThat(other.err()).contains("name one of these: eno1");
    assertThat(TestConsole.run(new SimWiring(), "prove", "eno9").exit()).isEqualTo(66);
    assertThat(TestConsole.run(new SimWiring(), "prove", "vmbr0").exit()).isEqualTo(4);
  }

  @Test
  void samplesOfLoadCount() throws IOException {
    Path rrd = TestConsole.repository("testdata/load/node-long.rrd");
    TestConsole proved = prove(log(1, 4, 8), "2026-01-17t00:00z", "--load", rrd.toString());
    assertThat(proved.out()).contains("how much was sent is unknown");
  }

  /// The ledger tells when a change came into force, and when it was undone.
  @Test
  void theLastChangeOnRecordIsJudged() {
    SimWiring sim = new SimWiring();
    TestConsole without = TestConsole.run(sim, "prove", "eno1");
    assertThat(without.out()).contains("no change of the settings of eno1 is on record");
    assertThat(TestConsole.run(sim, "load", "eno1", "--server", "192.0.2.1").exit()).isEqualTo(2);
    assertThat(TestConsole.run(sim, "fix", "eno1", "--yes").exit()).isZero();
    TestConsole fixed = TestConsole.run(sim, "prove", "eno1");
    assertThat(fixed.out())
        .startsWith("NOT ENOUGH")
        .contains("Change        change 1 (", "1 hang before the change");
    assertThat(fixed.exit()).isEqualTo(3);
    assertThat(TestConsole.run(sim, "undo", "--yes").exit()).isZero();
    assertThat(TestConsole.run(sim, "prove", "eno1").out())
        .contains("change 1 is not in force: it was undone at ");
  }

  /// Hangs that a person has dealt with happened all the same.
  @Test
  void acknowledgedHangsCount() {
    SimWiring sim = new SimWiring();
    TestConsole.run(sim, "load", "eno1", "--server", "192.0.2.1");
    TestConsole.run(sim, "ack", "eno1");
    TestConsole.run(sim, "fix", "eno1", "--yes");
    assertThat(TestConsole.run(sim, "prove", "eno1").out()).contains("Before        1 hang");
  }
}
