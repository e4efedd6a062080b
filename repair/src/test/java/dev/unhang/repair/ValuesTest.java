package dev.unhang.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.proof.Check;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.persist.Keeping;
import dev.unhang.repair.plan.Planner;
import dev.unhang.repair.proof.Verify;
import dev.unhang.sim.SimHost;
import dev.unhang.sim.SimLedger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Values besides offloads: set, kept, verified, rolled back.
class ValuesTest {
  private final SimHost host = new SimHost(false);
  private final SimLedger ledger = new SimLedger(host.clocks(), host::bootId);
  private final Repair repair = new Repair(host, host, ledger);

  static List<Tuning> values() {
    return List.of(
        new Tuning.EnergyEfficiency(false),
        new Tuning.FlowControl(new Pause(false, false, false)),
        new Tuning.RingLength("tx", 4096),
        new Tuning.Coalescing(new Parameter("rx-usecs", 0)));
  }

  private NicFacts nic() {
    return Nics.read(host, SimHost.NIC).orElseThrow();
  }

  private Plan plan(Tuning value) {
    return new Planner(new Keeping(host, Optional.empty(), Set.of()))
        .set(nic(), List.of(), List.of(value), "asked for");
  }

  private Content interfaces() {
    return host.read(InterfacesSource.MAIN).known().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsSetAndKeptAndVerifiedAndTakenBack(Tuning value) {
    Content before = interfaces();
    Change change = repair.carryOut(plan(value), "fix", step -> {}).change();
    assertThat(interfaces().utf8())
        .contains(String.join(" ", value.argv("$IFACE")).replace("ethtool", "/usr/sbin/ethtool"));
    assertThat(Verify.values(host, nic(), ledger.history()))
        .hasSize(2)
        .allMatch(check -> check.result() == Check.Result.PASS);
    assertThat(plan(value).isEmpty()).as("a second plan has nothing to do").isTrue();
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(change));
    assertThat(interfaces()).isEqualTo(before);
    assertThat(plan(value).isEmpty()).isFalse();
  }

  @Test
  void eeeResetsAnE1000eAndThePlanSaysSo() {
    assertThat(plan(new Tuning.EnergyEfficiency(false)).steps().getFirst().risk())
        .isInstanceOf(Risk.LinkBlip.class);
    assertThat(plan(new Tuning.Coalescing(new Parameter("rx-usecs", 0))).steps().getFirst().risk())
        .isInstanceOf(Risk.None.class);
  }

  @Test
  void aLineThatSomebodyTookOutFailsTheVerification() {
    Content before = interfaces();
    repair.carryOut(plan(new Tuning.EnergyEfficiency(false)), "fix", step -> {});
    host.write(InterfacesSource.MAIN, before.utf8());
    assertThat(Verify.values(host, nic(), ledger.history()))
        .extracting(Check::result)
        .containsExactly(Check.Result.PASS, Check.Result.FAIL);
  }

  @Test
  void aValueThatTheDriverDoesNotHaveIsRefusedBeforeAnythingIsDone() {
    Tuning flag = new Tuning.DriverFlag(new PrivateFlag("s0ix-enabled", false));
    assertThatThrownBy(() -> plan(flag)).isInstanceOf(CannotChange.class);
    assertThat(ledger.history()).isEmpty();
  }
}
