package dev.unhang.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.KernelQuestion.EeeOf;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.setting.Tuning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is rolled back, in which order, and when it may be said that it was.
class UndoOrderTest extends OnSimHost {
  private static final HostPath FOLDER = new HostPath("/etc/systemd/network/99-default.link.d");
  private static final HostPath FILE = FOLDER.resolve("unhang.conf");
  private static final Tuning EEE_ON = new Tuning.EnergyEfficiency(true);
  private static final Tuning EEE_OFF = new Tuning.EnergyEfficiency(false);
  private static final PciAddress DEVICE = new PciAddress("0000:00:19.0");

  private final Action folder = new Action.MakeEntry(FOLDER, new Entry.Folder(), true);
  private final Action file =
      new Action.MakeEntry(FILE, new Entry.NewFile(Content.of("[Link]\n")), true);
  private final Action refresh = new Action.Refresh(List.of("/usr/sbin/update-grub"));
  private final Action tuned = new Action.Tune(NIC, EEE_ON, EEE_OFF);
  private static final InterfaceName NIC = new InterfaceName("eno1");

  private final Undo undo = new Undo(host, host, ledger);

  private Change entered(InterfaceName nic, Action... actions) {
    List<PlannedStep> steps =
        Stream.of(actions)
            .map(action ->
                new PlannedStep(new StepId("test"), "t", "c", "w", new Risk.None(), "u", action))
            .toList();
    return ledger.begin(new Plan(nic, Optional.of(DEVICE), steps, List.of(), "abcdef"), "test");
  }

  private Change done(Action... actions) {
    Change change = entered(NIC, actions);
    for (Action action : actions) {
      switch (action) {
        case Action.MakeEntry made -> host.make(made.path(), made.entry());
        case Action.Tune tune -> host.order(new KernelOrder.Tune(tune.nic(), tune.to()));
        default -> {}
      }
    }
    ledger.reached(change, Change.State.DONE);
    return ledger.history().getLast();
  }

  private Change.State onRecord() {
    return ledger.history().getLast().state();
  }

  private boolean eeeIsOn() {
    return host.kernel().ask(new EeeOf(NIC)).known().orElseThrow().enabled();
  }

  /// A folder is empty only once what was put into it is gone; derived files are made anew from
  /// what is there at the end.
  @Test
  void whatWasDoneLastIsTakenBackFirstAndProgramsRunAtTheEnd() {
    Change change = done(folder, file, refresh);
    assertThat(undo.plan(change).actions())
        .containsExactly(file.inverse(), folder.inverse(), refresh);
  }

  @Test
  void noProgramRunsWhereNoFileIsTakenBack() {
    host.order(new KernelOrder.Tune(NIC, EEE_ON));
    assertThat(undo.plan(done(tuned, refresh)).actions()).containsExactly(tuned.inverse());
  }

  @Test
  void aFolderIntoWhichOthersHavePutSomethingStays() {
    Change change = done(folder, file);
    host.write(FOLDER.resolve("theirs.conf"), "[Link]\n");
    Undo.UndoPlan plan = undo.plan(change);
    assertThat(plan.actions()).containsExactly(file.inverse());
    assertThat(plan.notes()).singleElement().asString().contains("holds what others put there");
  }

  /// Writing the file takes what is beside it along: after that there would be nothing to take
  /// away.
  @Test
  void whatAKilledRunLeftBesideAFileIsTakenAwayBeforeTheFileIsWritten() {
    Content before = interfaces();
    Content after = Content.of(before.utf8() + "# ours\n");
    Change change = entered(NIC, new Action.WriteFile(new FileEdit(INTERFACES, before, after)));
    host.write(INTERFACES, after.utf8());
    host.write(INTERFACES.beside(), "auto lo\nifa");
    List<Action> actions = undo.plan(change).actions();
    assertThat(actions).hasSize(2);
    assertThat(actions.getFirst()).isInstanceOf(Action.MakeEntry.class);
    assertThat(actions.getLast()).isInstanceOf(Action.WriteFile.class);
  }

  @Test
  void aResetThatWasInterruptedIsNeverTakenBackButFinished() {
    PortState port =
        new PortState(
            NIC,
            DEVICE,
            "e1000e",
            true,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of());
    Change change = entered(NIC, new Action.Recover(new StepId("bounce-link"), port));
    assertThatThrownBy(() -> undo.plan(change))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("a reset of it was interrupted");
    ledger.reached(change, Change.State.DONE);
    assertThat(undo.plan(ledger.history().getLast()).notes())
        .containsExactly("a reset of eno1 leaves nothing to undo");
  }

  @Test
  void aValueThatSomebodyHasSetSinceIsLeft() {
    Tuning few = new Tuning.RingLength("tx", 256);
    Tuning many = new Tuning.RingLength("tx", 4096);
    Change change = done(new Action.Tune(NIC, few, many));
    host.order(new KernelOrder.Tune(NIC, new Tuning.RingLength("tx", 1024)));
    Undo.UndoPlan plan = undo.plan(change);
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.notes()).singleElement().asString().contains("1024 by now, and is left so");
  }

  @Test
  void anOffloadThatIsOnAgainIsNotSwitched() {
    Change change = fix(OffloadGroup.TSO);
    host.order(
        new KernelOrder.SetFeatures(
            NIC, List.of("tx-tcp-segmentation", "tx-tcp6-segmentation"), true));
    assertThat(undo.plan(change).actions()).noneMatch(Action.SwitchOffload.class::isInstance);
  }

  @Test
  void aValueIsFoundByThePciFunctionWhereTheNicHasAnotherNameNow() {
    host.order(new KernelOrder.Tune(NIC, EEE_OFF));
    InterfaceName former = new InterfaceName("enp0s31f6");
    Change change = entered(former, new Action.Tune(former, EEE_ON, EEE_OFF));
    ledger.reached(change, Change.State.DONE);
    undo.carryOut(undo.plan(ledger.history().getLast()));
    assertThat(eeeIsOn()).isTrue();
  }

  @Test
  void aSwitchThatWasAcceptedAndDidNotTakeIsNotTakenBack() {
    Change change = done(tuned);
    HostControl deaf =
        new PassingControl(host) {
          @Override
          public void order(KernelOrder order) {}
        };
    Undo unheard = new Undo(host, deaf, ledger);
    assertThatThrownBy(() -> unheard.carryOut(unheard.plan(change)))
        .isInstanceOf(CannotChange.class);
    assertThat(onRecord()).isEqualTo(Change.State.UNDOING);
  }

  @Test
  void anUndoThatTheHostRefusesIsNotDone() {
    Change change = done(folder, file);
    HostControl refusing =
        new PassingControl(host) {
          @Override
          public void remove(HostPath path, Entry entry) {
            throw new CannotChange("take away", path.value(), "Read-only file system", "");
          }
        };
    Undo refused = new Undo(host, refusing, ledger);
    assertThatThrownBy(() -> refused.carryOut(refused.plan(change)))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("Read-only file system");
    assertThat(onRecord()).isEqualTo(Change.State.UNDOING);
  }

  /// Only a change that still stands, and came later, has made what an earlier one did its own.
  @Test
  void aLaterChangeHoldsOnlyWhileItStands() {
    Change earlier = done(tuned);
    Change later = entered(NIC, tuned);
    ledger.reached(later, Change.State.DONE);
    assertThat(undo.plan(earlier).actions()).isEmpty();
    assertThat(undo.plan(ledger.history().getLast()).actions()).containsExactly(tuned.inverse());
    ledger.reached(later, Change.State.UNDONE);
    assertThat(undo.plan(earlier).actions()).containsExactly(tuned.inverse());
  }

  @Test
  void aFileThatALaterChangeMadeTooIsLeftToIt() {
    Content before = interfaces();
    Content ours =
        Content.of(before.utf8().replace("eno1 inet manual", "eno1 inet manual\n\tmtu 9000"));
    Action write = new Action.WriteFile(new FileEdit(INTERFACES, before, ours));
    Change killed = entered(NIC, write);
    Change later = entered(NIC, write);
    host.write(INTERFACES, ours.utf8());
    ledger.reached(later, Change.State.DONE);
    Undo.UndoPlan plan = undo.plan(killed);
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.notes()).singleElement().asString().contains("change 2 did the same since");
  }
}
