package dev.unhang.repair.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.Link;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.Risk;
import dev.unhang.repair.execute.Executor;
import dev.unhang.sim.SimHost;
import dev.unhang.sim.SimLedger;
import dev.unhang.sim.SimMaster;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A reset that was killed in the middle is finished by the next recovery, or stays half done on
/// record.
class InterruptedTest {
  private static final PciAddress DEVICE = new PciAddress("0000:00:19.0");

  private final SimHost host = new SimHost(false);
  private final SimLedger ledger = new SimLedger(host.clocks(), host::bootId);

  private Change begun() {
    Action reset =
        new Action.Recover(
            new StepId("rebind-driver"),
            PortSnapshot.take(host, Nics.read(host, SimHost.NIC).orElseThrow()));
    PlannedStep step =
        new PlannedStep(new StepId("rebind-driver"), "t", "c", "w", new Risk.None(), "u", reset);
    return ledger.begin(
        new Plan(SimHost.NIC, Optional.of(DEVICE), List.of(step), List.of(), "abcdef"), "recover");
  }

  private List<String> finish(Change change) {
    return new Interrupted(
            new RecoveryContext(host, host.clocks()), new Executor(host, host, ledger))
        .finish(change);
  }

  private Change.State onRecord() {
    return ledger.history().getLast().state();
  }

  private Optional<Link> link() {
    return host.kernel().ask(new Links()).known().orElseThrow().stream()
        .filter(each -> each.name().equals(SimHost.NIC))
        .findFirst();
  }

  @Test
  void aDriverThatWasUnboundIsBoundAgain() {
    Change change = begun();
    host.order(new KernelOrder.Bind(DEVICE, "e1000e", false));
    assertThat(link()).isEmpty();
    assertThat(finish(change)).isEmpty();
    assertThat(link().orElseThrow().stacking().master()).isPresent();
    assertThat(onRecord()).isEqualTo(Change.State.DONE);
  }

  @Test
  void aDeviceThatWasRemovedIsLookedForAgain() {
    Change change = begun();
    host.order(new KernelOrder.RemoveFunction(DEVICE));
    assertThat(link()).isEmpty();
    assertThat(finish(change)).isEmpty();
    assertThat(link().orElseThrow().stacking().master()).isPresent();
    assertThat(onRecord()).isEqualTo(Change.State.DONE);
  }

  @Test
  void whatCanNotBePutBackKeepsItHalfDoneOnRecord() {
    host.portOf(SimMaster.OPENVSWITCH_ALONE);
    Change change = begun();
    host.order(new KernelOrder.Bind(DEVICE, "e1000e", false));
    assertThat(finish(change)).singleElement().asString().contains("no port of Open vSwitch again");
    assertThat(onRecord()).isEqualTo(Change.State.BEGUN);
  }
}
