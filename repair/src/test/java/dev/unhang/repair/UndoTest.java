package dev.unhang.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.repair.persist.Consent;
import dev.unhang.repair.persist.Keeping;
import dev.unhang.repair.plan.Planner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The way back, on the simulated host: what others did, or a later change did too, stays.
class UndoTest extends OnSimHost {
  private static final HostPath PENDING = InterfacesSource.PENDING;

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
}
