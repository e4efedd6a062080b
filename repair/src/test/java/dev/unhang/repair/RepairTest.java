package dev.unhang.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.diagnose.source.InterfacesSource;
import dev.unhang.diagnose.source.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.facts.Offload;
import dev.unhang.model.facts.OffloadGroup;
import dev.unhang.model.facts.Offloads;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.name.InterfaceName;
import dev.unhang.model.nic.SurveyedNic;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.Risk;
import dev.unhang.repair.persist.Consent;
import dev.unhang.repair.persist.Keeping;
import dev.unhang.repair.plan.Planner;
import dev.unhang.repair.proof.Verify;
import dev.unhang.sim.SimHost;
import dev.unhang.sim.SimLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Plan, change, proof and the way back, on the simulated host.
class RepairTest {
  private static final HostPath PENDING = InterfacesSource.PENDING;
  private static final HostPath INTERFACES = InterfacesSource.MAIN;

  private final SimHost host = new SimHost(true);
  private final SimLedger ledger = new SimLedger(host.clocks(), host::bootId);
  private final Repair repair = new Repair(host, host, ledger);

  private NicFacts nic() {
    return Nics.read(host, SimHost.NIC).orElseThrow();
  }

  private Plan plan(OffloadGroup... groups) {
    return new Planner(new Keeping(host, Optional.empty(), Set.of()))
        .turnOff(nic(), List.of(groups), "test");
  }

  private Content interfaces() {
    return host.read(INTERFACES).known().orElseThrow();
  }

  private Offloads offloads() {
    return host.kernel().offloads(SimHost.NIC).known().orElseThrow();
  }

  private Change fix(OffloadGroup... groups) {
    return repair.carryOut(plan(groups), "fix", step -> {}).change();
  }

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
  void undoPutsBackEveryByteAndEveryBit() {
    Content before = interfaces();
    Offloads was = offloads();
    Change change = fix(OffloadGroup.INCIDENT.toArray(OffloadGroup[]::new));
    assertThat(interfaces()).isNotEqualTo(before);
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(change));
    assertThat(interfaces()).isEqualTo(before);
    assertThat(offloads()).isEqualTo(was);
    assertThat(ledger.history().getFirst().state()).isEqualTo(Change.State.UNDONE);
  }

  @Test
  void undoFindsItsOwnLineInAFileThatSomebodyElseHasRewritten() {
    Change change = fix(OffloadGroup.TSO);
    String rewritten =
        "auto lo\niface lo inet loopback\n\nauto nic0\niface nic0 inet manual\n"
            + "\tpost-up /usr/sbin/ethtool -K $IFACE tso off || true\n\tmtu 9000\n";
    host.write(INTERFACES, rewritten);
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(change));
    assertThat(interfaces().utf8())
        .isEqualTo(
            "auto lo\niface lo inet loopback\n\nauto nic0\niface nic0 inet manual\n\tmtu 9000\n");
  }

  @Test
  void undoFindsTheNicByItsPciFunctionWhereItHasAnotherNameNow() {
    Offloads was = offloads();
    Change change = fix(OffloadGroup.TSO);
    InterfaceName former = new InterfaceName("enp0s31f6");
    List<Action> asThen =
        change.actions().stream()
            .map(action ->
                action instanceof Action.SwitchOffload offload
                    ? new Action.SwitchOffload(
                        former, offload.group(), offload.members(), offload.on())
                    : action)
            .toList();
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(
        undo.plan(
            new Change(
                change.number(),
                change.begun(),
                former,
                change.pci(),
                change.boot(),
                change.title(),
                asThen,
                change.state())));
    assertThat(offloads()).isEqualTo(was);
  }

  @Test
  void undoTakesAwayWhatAKilledRunLeftBesideTheFile() {
    Change change = ledger.begin(plan(OffloadGroup.TSO), "fix");
    host.write(INTERFACES.beside(), "auto lo\nifa");
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(change));
    assertThat(host.read(INTERFACES.beside()).known()).isEmpty();
  }

  /// The first run was killed before it did anything; the second one did the same.
  @Test
  void undoOfAnInterruptedChangeLeavesWhatALaterOneDidToo() {
    Content before = interfaces();
    Offloads was = offloads();
    Change killed = ledger.begin(plan(OffloadGroup.TSO), "fix");
    Change later = fix(OffloadGroup.TSO);
    Content fixed = interfaces();
    Undo undo = new Undo(host, host, ledger);
    Undo.UndoPlan plan = undo.plan(killed);
    undo.carryOut(plan);
    assertThat(plan.notes()).hasSize(2).allMatch(note -> note.contains("change 2 did the same"));
    assertThat(interfaces()).isEqualTo(fixed);
    assertThat(offloads().isOn(OffloadGroup.TSO)).contains(false);
    undo.carryOut(undo.plan(later));
    assertThat(interfaces()).isEqualTo(before);
    assertThat(offloads()).isEqualTo(was);
  }

  @Test
  void undoLeavesThemAlsoWhereTheFileWasAnotherOneByThen() {
    Change killed = ledger.begin(plan(OffloadGroup.TSO), "fix");
    host.write(INTERFACES, interfaces().utf8() + "# a comment\n");
    fix(OffloadGroup.TSO);
    Content fixed = interfaces();
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(killed));
    assertThat(interfaces()).isEqualTo(fixed);
  }

  /// The later one only added to it.
  @Test
  void undoOfAnEarlierChangeTakesItsOwnLineOutOfWhatALaterOneWrote() {
    Change earlier = fix(OffloadGroup.TSO);
    fix(OffloadGroup.GSO);
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(earlier));
    assertThat(interfaces().utf8()).contains("gso off").doesNotContain("tso off");
    assertThat(offloads().isOn(OffloadGroup.TSO)).contains(true);
    assertThat(offloads().isOn(OffloadGroup.GSO)).contains(false);
  }

  @Test
  void anUndoThatIsInterruptedIsOnRecordAndGoesOn() {
    Content before = interfaces();
    Offloads was = offloads();
    Change change = fix(OffloadGroup.TSO);
    HostControl killed =
        new PassingControl(host) {
          @Override
          public void order(KernelOrder order) {
            throw new IllegalStateException("killed");
          }
        };
    Undo cut = new Undo(host, killed, ledger);
    assertThatThrownBy(() -> cut.carryOut(cut.plan(change)))
        .isInstanceOf(IllegalStateException.class);
    Change half = ledger.history().getFirst();
    assertThat(half.state()).isEqualTo(Change.State.UNDOING);
    assertThat(half.isPending()).isTrue();
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(half));
    assertThat(interfaces()).isEqualTo(before);
    assertThat(offloads()).isEqualTo(was);
    assertThat(ledger.history().getFirst().state()).isEqualTo(Change.State.UNDONE);
  }

  @Test
  void anUndoThatWasKilledBesideTheFileGoesOn() {
    Content before = interfaces();
    Change change = fix(OffloadGroup.TSO);
    ledger.reached(change, Change.State.UNDOING);
    host.write(INTERFACES.beside(), "auto lo\nifa");
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(ledger.history().getFirst()));
    assertThat(interfaces()).isEqualTo(before);
    assertThat(host.read(INTERFACES.beside()).known()).isEmpty();
    assertThat(ledger.history().getFirst().state()).isEqualTo(Change.State.UNDONE);
  }

  @Test
  void undoTakesNoAnswerForNothingButThat() {
    Change change = fix(OffloadGroup.TSO);
    host.holdRtnl();
    Undo undo = new Undo(host, host, ledger);
    assertThatThrownBy(() -> undo.plan(change))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("no answer");
    assertThat(ledger.history().getFirst().state()).isEqualTo(Change.State.DONE);
  }

  @Test
  void undoLeavesALineAloneThatIsGoneAlready() {
    Change change = fix(OffloadGroup.TSO);
    host.write(INTERFACES, "auto lo\niface lo inet loopback\n");
    Undo.UndoPlan plan = new Undo(host, host, ledger).plan(change);
    assertThat(plan.actions()).noneMatch(Action.WriteFile.class::isInstance);
    assertThat(plan.notes()).anyMatch(note -> note.contains("not there any more"));
  }

  @Test
  void aPendingFileIsRefusedBeforeAnythingIsDone() {
    host.write(PENDING, "auto lo\n");
    assertThatThrownBy(() -> plan(OffloadGroup.TSO))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("interfaces.new is pending");
  }

  /// At the next boot the file that waited is the other one, and there is none any more.
  @Test
  void undoTakesALineOutThatCameWithTheWaitingFile() {
    host.write(PENDING, interfaces().utf8() + "# waits\n");
    Plan both =
        new Planner(new Keeping(host, Optional.empty(), Set.of(Consent.BOTH_FILES)))
            .turnOff(nic(), List.of(OffloadGroup.TSO), "test");
    Change change = repair.carryOut(both, "fix", step -> {}).change();
    Content waited = host.read(PENDING).known().orElseThrow();
    host.remove(PENDING, new Entry.NewFile(waited));
    host.write(INTERFACES, waited.utf8());
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(change));
    assertThat(interfaces().utf8()).endsWith("# waits\n").doesNotContain("post-up");
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
        .hasMessageContaining("nobody would run the line at boot");
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
