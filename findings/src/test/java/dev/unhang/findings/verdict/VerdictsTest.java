package dev.unhang.findings.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.findings.Diagnosis;
import dev.unhang.hosts.HostReading;
import dev.unhang.logs.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.finding.Verdict;
import dev.unhang.model.finding.Verdict.Kind;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.LogFacts;
import dev.unhang.testing.DumpText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One verdict on a host, whatever its logs hold.
class VerdictsTest {
  private static final String R8169 = "r8169 0000:03:00.0 enp3s0: ";
  private static final String BOOT = "[    0.000000] Linux version 6.1.0 (build@host) #1 SMP\n";

  private static Reading<LogFacts> log(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    LogReading reading = new LogReading(new Origin("kernel.log"));
    reading.accept(bytes, 0, bytes.length);
    return reading.finish();
  }

  private static Verdict of(String... logs) {
    return Diagnosis.of(HostReading.ofLogs(List.of(logs).stream().map(VerdictsTest::log).toList()))
        .verdict();
  }

  private static String at(int second, String text) {
    return String.format("[%5d.000000] %s%n", second, text);
  }

  private static String timeout(int second) {
    return at(second, R8169 + "NETDEV WATCHDOG: CPU: 1: transmit queue 0 timed out 5100 ms");
  }

  @Test
  void aStandstillWithNothingBehindItIsHung() {
    Verdict verdict = of(BOOT + timeout(100));
    assertThat(verdict.kind()).isEqualTo(Kind.HUNG);
    assertThat(verdict.text())
        .startsWith("HUNG: enp3s0 (r8169, 0000:03:00.0) since [  100.000000]");
    assertThat(verdict.times()).isOne();
    assertThat(verdict.until()).isEmpty();
  }

  @Test
  void aStandstillThatTheDriverResetWasBefore() {
    Verdict verdict = of(BOOT + timeout(100) + at(101, R8169 + "Reset adapter unexpectedly"));
    assertThat(verdict.kind()).isEqualTo(Kind.HUNG_BEFORE);
    assertThat(verdict.text()).startsWith("HUNG BEFORE: enp3s0").contains("reset by the driver");
  }

  @Test
  void howOftenIsCounted() {
    StringBuilder log = new StringBuilder(BOOT);
    for (int i = 0; i < 7; i++) {
      log.append(timeout(100 + 60 * i)).append(at(101 + 60 * i, R8169 + "Reset adapter"));
    }
    Verdict verdict = of(log.toString());
    assertThat(verdict.times()).isEqualTo(7);
    assertThat(verdict.text()).contains("7 times between", "each reset by the driver");
  }

  @Test
  void whatTwoLogsTellCountsOnce() {
    String log = BOOT + timeout(100);
    assertThat(of(log, log).times()).isOne();
  }

  @Test
  void aHangReportIsHungToo() {
    Verdict verdict = of(DumpText.of(DumpText.NIC).stamped("[   19.348376] "));
    assertThat(verdict.kind()).isEqualTo(Kind.HUNG);
    assertThat(verdict.text()).contains("transmit ring stuck");
  }

  @Test
  void aCardOffTheBusIsLostThoughItsQueueTimedOutBehindThat() {
    Verdict verdict =
        of(
            BOOT
                + at(90, "igc 0000:01:00.0 enp1s0: PCIe link lost, device now detached")
                + at(
                    96,
                    "igc 0000:01:00.0 enp1s0: NETDEV WATCHDOG: CPU: 1: transmit queue 0 timed out"
                        + " 5100 ms"));
    assertThat(verdict.kind()).isEqualTo(Kind.LOST);
    assertThat(verdict.text())
        .startsWith("LOST: enp1s0 (igc, 0000:01:00.0) fell off the PCIe bus at [   90.000000]");
  }

  @Test
  void aLostCardWhoseLinkCameUpAgainIsBack() {
    Verdict verdict =
        of(
            BOOT
                + at(90, "igc 0000:01:00.0 enp1s0: PCIe link lost, device now detached")
                + at(200, "igc 0000:01:00.0 enp1s0: NIC Link is Up 1000 Mbps Full Duplex"));
    assertThat(verdict.kind()).isEqualTo(Kind.DEGRADED);
    assertThat(verdict.text()).contains("came back");
  }

  @Test
  void theWorstNicCountsAndTheOthersAreNamed() {
    Verdict verdict = of(BOOT + at(50, "igb 0000:02:00.0 eth1: Reset adapter") + timeout(100));
    assertThat(verdict.kind()).isEqualTo(Kind.HUNG);
    assertThat(verdict.nic().flatMap(nic -> nic.interfaceName())).contains("enp3s0");
    assertThat(verdict.also())
        .singleElement()
        .satisfies(other -> {
          assertThat(other.kind()).isEqualTo(Kind.DEGRADED);
          assertThat(other.nic().interfaceName()).contains("eth1");
        });
  }

  @Test
  void aQuietLogIsClearAsFarAsItReaches() {
    Verdict verdict = of(BOOT + at(10, R8169 + "Link is Up - 1Gbps/Full - flow control off"));
    assertThat(verdict.kind()).isEqualTo(Kind.CLEAR);
    assertThat(verdict.text()).startsWith("CLEAR: no trouble of a NIC from");
  }

  @Test
  void whatWasNotReadIsUnknown() {
    Reading<LogFacts> denied =
        new Reading.Absent<>(new SourceId("kernel-log"), WhyAbsent.DENIED, "run as root");
    Verdict verdict = Diagnosis.of(HostReading.ofLogs(List.of(denied))).verdict();
    assertThat(verdict.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(verdict.text()).startsWith("UNKNOWN: no kernel log could be read");
    assertThat(of().kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void textWithoutAKernelMessageIsUnknown() {
    assertThat(of("hello\n").kind()).isEqualTo(Kind.UNKNOWN);
  }

  /// Pieces put together in any order: the later one is of another start of the machine.
  @Test
  void aMachineThatWasStartedSinceIsNoLongerHung() {
    String hang = "Oct 26 22:15:17 h kernel: [ 1671.9] NETDEV WATCHDOG: eno1 (e1000e): transmit";
    String later = "Oct 29 01:24:09 h kernel: [ 1329.7] e1000e 0000:04:00.0 eno1: Reset adapter\n";
    String rest = " queue 0 timed out\n";
    assertThat(of(later + hang + rest).kind()).isEqualTo(Kind.HUNG_BEFORE);
    assertThat(
            of("Oct 26 22:10:00 h kernel: [ 1354.7] e1000e 0000:04:00.0 eno1: x\n" + hang + rest)
                .kind())
        .isEqualTo(Kind.HUNG);
  }

  @Test
  void hangsOfOneSpanAreToldFromTheEarliestToTheLatest() {
    String reset = R8169 + "Reset adapter unexpectedly";
    String text =
        of(
                BOOT + timeout(300) + at(301, reset),
                BOOT.replace("6.8", "6.9") + timeout(100) + at(101, reset))
            .text();
    assertThat(text).contains("between [  100.000000] and [  30");
  }
}
