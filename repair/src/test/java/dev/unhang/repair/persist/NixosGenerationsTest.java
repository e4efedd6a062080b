package dev.unhang.repair.persist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.proof.Check;
import dev.unhang.model.proof.Check.Result;
import dev.unhang.model.setting.Tuning;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which generations of a NixOS host hold what was printed.
class NixosGenerationsTest {
  private static final List<Tuning> TSO_OFF = List.of(new Tuning.Offload(OffloadGroup.TSO, false));
  private static final String LINK = "/etc/systemd/network/70-unhang-0000-00-1f.6.link";
  private static final String AS_PRINTED =
      "[Match]\nPermanentMACAddress=52:54:00:00:00:01\n\n[Link]\nTCP6SegmentationOffload=false\n"
          + "TCPSegmentationOffload=false\n";

  private final TreeHost host =
      TreeHost.named("nixos")
          .withLink("/run/booted-system", "/nix/store/a-nixos-system")
          .withLink("/run/current-system", "/nix/store/b-nixos-system")
          .withLink("/nix/var/nix/profiles/system", "system-2-link");

  private List<Check> checks(TreeHost which, List<Tuning> given) {
    NicFacts nic = Nics.read(which, new InterfaceName("eno1")).orElseThrow();
    return NixosGenerations.checks(which, nic, given);
  }

  private List<Result> results() {
    return checks(host, TSO_OFF).stream().map(Check::result).toList();
  }

  @Test
  void optionsThatNobodyPutInAreMissed() {
    assertThat(results()).containsExactly(Result.UNKNOWN, Result.FAIL, Result.FAIL);
    assertThat(checks(host, TSO_OFF).get(1).note()).contains("nixos-rebuild switch");
  }

  @Test
  void afterASwitchABootIsStillToProveThem() {
    host.with("/run/current-system" + LINK, AS_PRINTED);
    host.with("/nix/var/nix/profiles/system" + LINK, AS_PRINTED);
    assertThat(results()).containsExactly(Result.UNKNOWN, Result.PASS, Result.PASS);
    assertThat(checks(host, TSO_OFF).getFirst().note()).contains("no boot has proved it yet");
  }

  /// `nixos-rebuild test` does not make it the one that boots.
  @Test
  void whatIsOnlyTestedIsLostAtTheNextBoot() {
    host.with("/run/current-system" + LINK, AS_PRINTED);
    assertThat(results()).containsExactly(Result.UNKNOWN, Result.PASS, Result.FAIL);
  }

  @Test
  void afterTheBootAllHold() {
    host.with("/run/booted-system" + LINK, AS_PRINTED);
    host.with("/run/current-system" + LINK, AS_PRINTED);
    host.with("/nix/var/nix/profiles/system" + LINK, AS_PRINTED);
    assertThat(results()).containsOnly(Result.PASS);
  }

  @Test
  void anOptionThatWasLeftOutIsNamed() {
    host.with("/run/current-system" + LINK, AS_PRINTED.replace("TCP6SegmentationOffload", "X"));
    assertThat(checks(host, TSO_OFF).get(1).have()).isEqualTo("lacks TCP6SegmentationOffload");
  }

  @Test
  void whatMayNotBeReadIsNotKnown() {
    host.deny("/run/current-system" + LINK);
    assertThat(results().get(1)).isEqualTo(Result.UNKNOWN);
  }

  @Test
  void otherHostsHaveNoGenerations() {
    assertThat(checks(TreeHost.named("ifupdown2"), TSO_OFF)).isEmpty();
    assertThat(checks(host, List.of())).isEmpty();
  }
}
