package dev.unhang.findings.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.findings.Diagnosis;
import dev.unhang.findings.Report;
import dev.unhang.findings.rule.Rules;
import dev.unhang.hosts.HostReading;
import dev.unhang.logs.LogReading;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Finding.Diagnosed;
import dev.unhang.testing.DumpText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is advised fits the NIC, and no finding of it speaks against it.
class AdvisingTest {
  private static Report judged(String log) {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    LogReading reading = new LogReading(new Origin("kernel.log"));
    reading.accept(bytes, 0, bytes.length);
    return Diagnosis.of(HostReading.ofLogs(List.of(reading.finish())));
  }

  private static List<Advice> advice(String log) {
    return judged(log).diagnosed().stream()
        .flatMap(found -> found.advice().stream())
        .distinct()
        .toList();
  }

  private static List<String> steps(String log) {
    return advice(log).stream().map(each -> each.step().value()).distinct().toList();
  }

  private static String timeout(String driver) {
    return "[  918.200001] NETDEV WATCHDOG: eth0 ("
        + driver
        + "): transmit queue 0 timed out 5123 ms\n";
  }

  private static String hung(String status) {
    return DumpText.of(DumpText.NIC).stamped("[  402.000000] ").replace("80083", status);
  }

  /// Its link came up later: nobody has to look for it on the bus.
  @Test
  void aCardThatCameBackIsNotLookedForAgain() {
    String lost = "[  576.922378] igb 0000:02:00.0 enp2s0: PCIe link lost\n";
    String back =
        "[ 4521.100000] igb 0000:02:00.0 enp2s0: igb: enp2s0 NIC Link is Up 1000 Mbps Full Duplex,"
            + " Flow Control: RX\n";
    assertThat(steps(lost)).contains("rescan-bus", "power-cycle");
    assertThat(steps(lost + back)).isNotEmpty().doesNotContain("rescan-bus", "power-cycle");
  }

  @Test
  void everyRuleAndEveryStepIsInTheTables() {
    Set<String> rules =
        Rules.all().stream().map(rule -> rule.id().value()).collect(Collectors.toSet());
    Set<String> steps =
        Remedies.all().stream().map(step -> step.id().value()).collect(Collectors.toSet());
    assertThat(FindingSteps.findings()).isEqualTo(rules);
    assertThat(BusSteps.steps()).isEqualTo(steps);
    Stream<String> named =
        Stream.concat(
            Rules.all().stream().flatMap(rule -> FindingSteps.of(rule.id()).named()),
            Ladders.rows().stream().flatMap(row -> Arrays.stream(row.get(2).split(",", -1))));
    assertThat(named.filter(step -> !Set.of("ladder", "standstill", "*").contains(step)))
        .isSubsetOf(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "virtio_net, look-at-the-host",
    "vmxnet3, look-at-the-host",
    "hv_netvsc, look-at-the-host",
    "r8152, replug-adapter",
    "bcmgenet, update-kernel",
  })
  void whatHasNoCardIsNotToldToChangeIt(String driver, String first) {
    assertThat(steps(timeout(driver)))
        .startsWith(first)
        .doesNotContain(
            "another-card", "update-firmware", "turn-off-aspm", "power-cycle", "rescan-bus");
  }

  @ParameterizedTest
  @CsvSource({
    "r8169, drivers-own-steps, 1",
    "r8125, drivers-own-steps, 1",
    "igc, turn-off-eee, 2",
    "tg3, update-firmware, 2",
    "bnx2x, power-cycle, 3",
    "mlx5_core, update-firmware, 3",
    "atlantic, power-cycle, 2",
    "alx, update-kernel, 1",
  })
  void aDriverHasStepsOfItsOwn(String driver, String step, int place) {
    assertThat(steps(timeout(driver)).indexOf(step)).isBetween(0, place - 1);
  }

  @Test
  void onlyTheChipsetsNicHasToDoWithItsManagementEngine() {
    String chipset = hung("80083");
    assertThat(advice(chipset)).extracting(Advice::command).anyMatch(each -> each.contains("ME"));
    String card = chipset.replace("0000:00:19.0", "0000:03:00.0");
    assertThat(advice(card)).extracting(Advice::command).noneMatch(each -> each.contains("ME"));
    assertThat(steps(card)).doesNotContain("turn-off-eee", "limit-c-states");
  }

  @Test
  void aSlowLinkIsLookedAtBeforeAnySwitch() {
    assertThat(steps(hung("80003"))).startsWith("check-cable", "turn-off-offload");
    assertThat(steps(hung("80083"))).doesNotContain("check-cable");
  }

  @Test
  void whatTheDriverSwitchedOffItselfIsNoAdvice() {
    String log =
        "[  400.000000] " + DumpText.NIC + ": 10/100 speed: disabling TSO\n" + hung("80003");
    assertThat(steps(log)).startsWith("check-cable").doesNotContain("turn-off-offload");
  }

  @Test
  void aSavedLogIsNotSavedAgain() {
    assertThat(steps("[  402.000000] igc 0000:02:00.0 eno1: PCIe link lost, device now detached\n"))
        .startsWith("rescan-bus", "power-cycle")
        .doesNotContain("save-evidence", "restart-negotiation", "bounce-link");
  }

  /// A finding that is only possible rules nothing out; one that is likely does.
  @Test
  void aBusThatMayBeStoppedIsResetFirst() {
    assertThat(steps(hung("83")))
        .contains("restart-negotiation", "rebind-driver", "turn-off-offload");
  }

  @Test
  void aCommandThatNeedsANameIsNotPrintedWithoutOne() {
    String log = hung("80083").replace(DumpText.NIC + ": ", "");
    assertThat(judged(log).diagnosed()).extracting(Diagnosed::nic).isNotEmpty();
    assertThat(advice(log))
        .filteredOn(each -> each.step().value().equals("turn-off-offload"))
        .extracting(Advice::command)
        .containsExactly("unhang nics");
    assertThat(advice(log))
        .extracting(Advice::command)
        .noneMatch(command -> command.contains("a NIC"));
  }
}
