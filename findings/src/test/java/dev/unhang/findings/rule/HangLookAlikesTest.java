package dev.unhang.findings.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.findings.Diagnosis;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.WitnessFacts;
import dev.unhang.model.facts.Witnessed;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.finding.Finding.Diagnosed;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.TxRegisters;
import dev.unhang.testing.DumpText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What golden cases can't hold: registers of the running NIC, and witnesses.
class HangLookAlikesTest {
  private static final String UNREADABLE =
      "[  402.000000] " + DumpText.NIC + ": Error reading PHY register\n";

  private static final String HUNG = DumpText.of(DumpText.NIC).stamped("[  402.000000] ");

  private static TxRegisters registers(int status, int control) {
    return new TxRegisters(status, control, List.of(new TxRegisters.Ring(1, 1, 256)));
  }

  private static Diagnosed diagnosed(Optional<Finding> verdict) {
    assertThat(verdict).hasValueSatisfying(it -> assertThat(it).isInstanceOf(Diagnosed.class));
    return (Diagnosed) verdict.orElseThrow();
  }

  private static List<String> steps(Diagnosed found) {
    return found.advice().stream().map(Advice::step).map(StepId::value).toList();
  }

  @Test
  void registersOfAllOnesAreADeviceThatIsGone() {
    Diagnosed found =
        diagnosed(
            new HostBuilder()
                .log(UNREADABLE)
                .registers(registers(-1, -1))
                .judge(new DeviceIsOffTheBus()));
    assertThat(steps(found))
        .as("a reset could stop the host")
        .startsWith("rescan-bus", "power-cycle")
        .doesNotContain("restart-negotiation", "bounce-link");
  }

  @Test
  void registersThatAnswerRuleOutThatItIsGone() {
    assertThat(
            new HostBuilder()
                .log(UNREADABLE)
                .registers(registers(0x80083, 0x3103f0fa))
                .judge(new DeviceIsOffTheBus()))
        .hasValueSatisfying(it -> assertThat(it).isInstanceOf(Finding.RuledOut.class));
  }

  @Test
  void aMacThatDidNotUseTheBusIsResetAndThenBoundAnew() {
    Diagnosed found =
        diagnosed(
            new HostBuilder()
                .log(HUNG.replace("80083", "83"))
                .registers(registers(0x83, 0x3103f0fa))
                .judge(new DmaIsStopped()));
    assertThat(found.because()).hasSize(2);
    assertThat(found.confidence()).isEqualTo(Confidence.POSSIBLE);
    assertThat(steps(found)).startsWith("restart-negotiation", "rebind-driver");
  }

  /// Nobody may be told to reset a device that is off the bus, whichever rule advises.
  @Test
  void aResetIsNoAdviceForADeviceThatIsGone() {
    Diagnosed found =
        diagnosed(
            new HostBuilder()
                .log(HUNG)
                .uptime(405)
                .registers(registers(-1, -1))
                .judge(new TransmitUnitHangs()));
    assertThat(steps(found)).doesNotContain("restart-negotiation");
  }

  private static final Instant BEGAN = Instant.parse("2025-05-25T00:06:42Z");

  private static String journalled() {
    return "{\"__CURSOR\":\"s=1;i=1\",\"_BOOT_ID\":\""
        + HostBuilder.BOOT
        + "\",\"_SOURCE_MONOTONIC_TIMESTAMP\":\"402000000\",\"__REALTIME_TIMESTAMP\":\""
        + BEGAN.toEpochMilli() * 1000
        + "\",\"_TRANSPORT\":\"kernel\",\"SYSLOG_IDENTIFIER\":\"kernel\","
        + "\"SYSLOG_FACILITY\":\"0\",\"MESSAGE\":\""
        + DumpText.of(DumpText.NIC).message().replace("\n", "\\n")
        + "\"}\n";
  }

  private static Optional<Finding> witnessed(Instant since, String... targets) {
    Origin log = new Origin("witness.log");
    Witnessed dark =
        new Witnessed(
            List.of(targets),
            List.of("pve-02"),
            since.minusSeconds(1),
            since,
            Optional.of(since.plusSeconds(100)),
            "NIC eno1 of pve-02",
            new Place.Line(log, 7));
    HostFacts facts =
        new HostBuilder()
            .log(journalled())
            .facts()
            .with(
                List.of(
                    new WitnessFacts(
                        log, since.minusSeconds(500), since.plusSeconds(500), List.of(dark))));
    return Diagnosis.of(facts).findings().stream()
        .filter(verdict -> verdict.rule().value().equals("hang-is-of-the-hosts-nic"))
        .findFirst();
  }

  @Test
  void whatGoesDarkTogetherWhileTheNicHangsIsTheHostsNic() {
    Diagnosed found = diagnosed(witnessed(BEGAN, "pve-02", "guest 100"));
    assertThat(found.because()).hasSize(2);
    assertThat(found.because().getFirst().place()).hasToString("witness.log:7");
  }

  @Test
  void oneGuestAloneOrAnotherTimeSayNothing() {
    assertThat(witnessed(BEGAN, "guest 100")).isEmpty();
    assertThat(witnessed(BEGAN.plusSeconds(3600), "pve-02", "guest 100")).isEmpty();
  }
}
