package dev.unhang.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.net.SurveyedNic;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.Risk;
import dev.unhang.repair.persist.Keeping;
import dev.unhang.repair.plan.Planner;
import dev.unhang.repair.proof.Verify;
import dev.unhang.sim.SimHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Plan, change and proof, on the simulated host.
class RepairTest extends OnSimHost {
  private static final HostPath PENDING = InterfacesSource.PENDING;

  @Test
  void aPlanSwitchesLiveFirstAndThenKeepsIt() {
    assertThat(plan(OffloadGroup.TSO).steps().stream().map(step -> step.id().value()))
        .containsExactly("turn-off-offload", "keep-offload-off");
  }

  @Test
  void theLineSaysIfaceAndAnAbsolutePathAndCannotFailTheInterface() {
    fix(OffloadGroup.TSO);
    assertThat(interfaces().utf8())
        .contains("        post-up /usr/sbin/ethtool -K $IFACE tso off || true\n");
  }

  @Test
  void onlyMembersThatAreOnAreSwitchedSoThatUndoRestoresEachBit() {
    Action first = plan(OffloadGroup.TSO).steps().getFirst().action();
    assertThat(first)
        .isInstanceOfSatisfying(
            Action.SwitchOffload.class,
            offload ->
                assertThat(offload.members())
                    .containsExactly("tx-tcp-segmentation", "tx-tcp6-segmentation"));
  }

  @Test
  void aSecondPlanHasNothingToDo() {
    fix(OffloadGroup.TSO);
    assertThat(plan(OffloadGroup.TSO).isEmpty()).isTrue();
  }

  @Test
  void theSettingIsInForceAfterAPowerCycle() {
    fix(OffloadGroup.TSO);
    host.powerCycle();
    assertThat(offloads().isOn(OffloadGroup.TSO)).contains(false);
    assertThat(Verify.offloadsAreOff(nic(), Optional.empty(), Set.of(OffloadGroup.TSO)).holds())
        .isTrue();
  }

  @Test
  void withoutAFixTheOffloadComesBackAtBootAndVerifyFails() {
    host.order(
        new KernelOrder.SetFeatures(
            SimHost.NIC, List.of("tx-tcp-segmentation", "tx-tcp6-segmentation"), false));
    assertThat(Verify.offloadsAreOff(nic(), Optional.empty(), Set.of(OffloadGroup.TSO)).holds())
        .isFalse();
  }

  @Test
  void aPendingFileIsRefusedBeforeAnythingIsDone() {
    host.write(PENDING, "auto lo\n");
    assertThatThrownBy(() -> plan(OffloadGroup.TSO))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("interfaces.new is pending");
  }

  @Test
  void aNicWithoutStanzaIsRefused() {
    host.write(INTERFACES, "auto vmbr0\niface vmbr0 inet dhcp\n\tbridge-ports eno1\n");
    assertThatThrownBy(() -> plan(OffloadGroup.TSO))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("no stanza in /etc/network/interfaces");
  }

  @Test
  void aStanzaThatNobodyRaisesIsRefused() {
    host.write(INTERFACES, "auto lo\niface eno1 inet manual\n");
    assertThatThrownBy(() -> plan(OffloadGroup.TSO))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("no program would run the line at boot");
  }

  @Test
  void aFixedOffloadAloneIsRefused() {
    List<Offload> fixed =
        offloads().all().stream()
            .map(each -> new Offload(each.name(), each.active(), each.wanted(), false))
            .toList();
    NicFacts nic = nic();
    NicFacts without =
        new NicFacts(
            new SurveyedNic(
                nic.name(),
                nic.seen().link(),
                nic.seen().device(),
                nic.seen().addresses(),
                nic.seen().users(),
                nic.driver(),
                nic.offloads().map(all -> new Offloads(fixed)),
                nic.seen().settings(),
                nic.seen().counts()),
            nic.settings());
    Planner planner = new Planner(new Keeping(host, Optional.empty(), Set.of()));
    assertThatThrownBy(() -> planner.turnOff(without, List.of(OffloadGroup.TSO), "test"))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("[fixed]");
  }

  @Test
  void stepsThatResetTheAdapterComeLastAndSaySo() {
    List<PlannedStep> live =
        plan(OffloadGroup.INCIDENT.toArray(OffloadGroup[]::new)).steps().stream()
            .filter(step -> step.action() instanceof Action.SwitchOffload)
            .toList();
    List<Boolean> blips = live.stream().map(step -> step.risk() instanceof Risk.LinkBlip).toList();
    assertThat(blips).isSorted().contains(true, false);
  }

  @Test
  void theDigestChangesWithWhatThePlanStartsFrom() {
    String before = plan(OffloadGroup.TSO).digest();
    host.write(INTERFACES, interfaces().utf8() + "# a comment\n");
    assertThat(plan(OffloadGroup.TSO).digest()).isNotEqualTo(before).hasSize(6);
  }

  @Test
  void theLedgerIsWrittenBeforeAnythingIsDoneAndAFailureTakesAllBack() {
    Content before = interfaces();
    Offloads was = offloads();
    List<String> seen = new ArrayList<>();
    HostControl diskFull =
        new PassingControl(host) {
          @Override
          public void replaceFile(FileEdit edit) {
            throw new CannotChange("write", edit.path().value(), "No space left on device", "");
          }

          @Override
          public void order(KernelOrder order) {
            seen.add("entries on record: " + ledger.history().size());
            super.order(order);
          }
        };
    Repair.Outcome outcome =
        new Repair(host, diskFull, ledger).carryOut(plan(OffloadGroup.TSO), "fix", step -> {});
    assertThat(outcome).isInstanceOf(Repair.Outcome.TakenBack.class);
    assertThat(seen).first().isEqualTo("entries on record: 1");
    assertThat(interfaces()).isEqualTo(before);
    assertThat(offloads()).isEqualTo(was);
    assertThat(ledger.history().getFirst().state()).isEqualTo(Change.State.UNDONE);
  }

  @Test
  void anOrderThatWasAcceptedAndDidNotTakeIsTakenBack() {
    HostControl deaf =
        new PassingControl(host) {
          @Override
          public void order(KernelOrder order) {}
        };
    Repair.Outcome outcome =
        new Repair(host, deaf, ledger).carryOut(plan(OffloadGroup.TSO), "fix", step -> {});
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Repair.Outcome.TakenBack.class,
            back -> assertThat(back.because()).hasMessageContaining("stayed as it was"));
  }
}
