package dev.unhang.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.change.Change.State;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.Plan;
import dev.unhang.repair.persist.Keeping;
import dev.unhang.repair.plan.Planner;
import dev.unhang.sim.SimHost;
import dev.unhang.sim.SimLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A trial on the simulated host: it leaves nothing behind unless it is confirmed.
class TrialTest {
  private static final Duration LENGTH = Duration.ofMinutes(2);

  private final SimHost host = new SimHost(false);
  private final SimLedger ledger = new SimLedger(host.clocks(), host::bootId);
  private final List<String> armedAt = new ArrayList<>();
  private final TrialWatch watch = new TrialWatch(ledger, host.clocks());
  private final Content file = interfaces();
  private final Offloads offloads = offloads();
  private final Trial trial =
      new Trial(
          host,
          host,
          ledger,
          (change, length) -> {
            armedAt.add(ledger.history().getLast().state() + ", tso " + tsoIsOn());
            ledger.reached(change, State.ARMED);
          });

  private Content interfaces() {
    return host.read(InterfacesSource.MAIN).known().orElseThrow();
  }

  private Offloads offloads() {
    return host.kernel().ask(new OffloadsOf(SimHost.NIC)).known().orElseThrow();
  }

  private boolean tsoIsOn() {
    return offloads().isOn(OffloadGroup.TSO).orElseThrow();
  }

  private Plan plan() {
    return new Planner(new Keeping(host, Optional.empty(), Set.of()))
        .turnOff(
            Nics.read(host, SimHost.NIC).orElseThrow(), List.of(OffloadGroup.TSO), "asked for");
  }

  private Change begin() {
    return trial.begin(plan(), "fix", LENGTH, step -> {}).change();
  }

  private Change onRecord() {
    return ledger.history().getLast();
  }

  @Test
  void theWayBackIsArmedBeforeAnythingIsDone() {
    begin();
    assertThat(armedAt).containsExactly("TO_BE_TRIED, tso true");
    assertThat(onRecord().state()).isEqualTo(State.ON_TRIAL);
  }

  @Test
  void onlyTheKernelIsChangedWhileItIsTried() {
    begin();
    assertThat(tsoIsOn()).isFalse();
    assertThat(interfaces()).isEqualTo(file);
  }

  @Test
  void withoutAConfirmationItIsTakenBackWhenItsTimeIsOver() {
    Change change = begin();
    Duration before = host.clocks().monotonic();
    Optional<Change> left = watch.await(change.number(), LENGTH);
    assertThat(host.clocks().monotonic().minus(before)).isEqualTo(LENGTH);
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(left.orElseThrow()));
    assertThat(offloads()).isEqualTo(offloads);
    assertThat(interfaces()).isEqualTo(file);
    assertThat(onRecord().state()).isEqualTo(State.UNDONE);
  }

  @Test
  void aConfirmationWritesTheFileAndEndsTheWaiting() {
    Change change = begin();
    assertThat(trial.keep(change)).isInstanceOf(Repair.Outcome.Done.class);
    assertThat(interfaces().utf8()).contains("post-up /usr/sbin/ethtool -K $IFACE tso off");
    assertThat(watch.await(change.number(), LENGTH)).isEmpty();
    assertThat(tsoIsOn()).isFalse();
    host.powerCycle();
    assertThat(tsoIsOn()).isFalse();
  }

  @Test
  void aPowerCutWhileItIsTriedBringsTheOldStateBack() {
    begin();
    host.powerCycle();
    assertThat(offloads()).isEqualTo(offloads);
    assertThat(interfaces()).isEqualTo(file);
    assertThat(onRecord().hasLapsed(host.bootId())).isTrue();
  }

  /// Killed between the ledger's entry and the arming: nobody waits to undo it, and nothing is to
  /// be rolled back.
  @Test
  void aTrialThatWasCutOffBeforeItWasArmedIsSettledByTheNextRun() {
    ledger.begin(plan(), "fix", State.TO_BE_TRIED);
    CutTrials.settle(ledger, Optional.of(host.bootId()));
    assertThat(onRecord().state()).isEqualTo(State.LAPSED);
    assertThat(onRecord().isPending()).isFalse();
    assertThat(offloads()).isEqualTo(offloads);
  }

  @Test
  void itIsSettledAlsoWhereTheBootWasNotRead() {
    ledger.begin(plan(), "fix", State.TO_BE_TRIED);
    CutTrials.settle(ledger, Optional.empty());
    assertThat(onRecord().state()).isEqualTo(State.LAPSED);
  }

  /// A crash in the midst of a change that is kept at once may have left half of it.
  @Test
  void aChangeThatIsNotTriedStaysHalfDone() {
    ledger.begin(plan(), "fix");
    host.powerCycle();
    CutTrials.settle(ledger, Optional.of(host.bootId()));
    assertThat(onRecord().state()).isEqualTo(State.BEGUN);
  }

  @Test
  void whatIsOnTrialInThisBootIsLeftAlone() {
    begin();
    CutTrials.settle(ledger, Optional.of(host.bootId()));
    assertThat(onRecord().state()).isEqualTo(State.ON_TRIAL);
    host.powerCycle();
    assertThat(onRecord().stateIn(host.bootId())).isEqualTo(State.LAPSED);
    CutTrials.settle(ledger, Optional.of(host.bootId()));
    assertThat(onRecord().state()).isEqualTo(State.LAPSED);
  }

  /// systemd starts what was killed again: what it finds on trial stays so while it waits.
  @Test
  void waitingThatIsBegunAnewLeavesATrialToBeConfirmed() {
    Change change = begin();
    assertThat(new TrialWatch(ledger, host.clocks()).await(change.number(), LENGTH)).isPresent();
    assertThat(onRecord().state()).isEqualTo(State.ON_TRIAL);
  }

  /// From the first file on, something is on disk.
  @Test
  void aPowerCutWhileItIsKeptLeavesItHalfDoneAndNotLapsed() {
    Change change = begin();
    HostControl cut =
        new PassingControl(host) {
          @Override
          public void replaceFile(FileEdit edit) {
            super.replaceFile(edit);
            throw new IllegalStateException("no power");
          }
        };
    Trial confirming = new Trial(host, cut, ledger, (begun, length) -> {});
    assertThatThrownBy(() -> confirming.keep(change)).isInstanceOf(IllegalStateException.class);
    host.powerCycle();
    CutTrials.settle(ledger, Optional.of(host.bootId()));
    assertThat(onRecord().state()).isEqualTo(State.BEGUN);
    Undo undo = new Undo(host, host, ledger);
    undo.carryOut(undo.plan(onRecord()));
    assertThat(interfaces()).isEqualTo(file);
  }

  @Test
  void whoeverWaitsSaysSoAndNothingElse() {
    Change change = ledger.begin(plan(), "fix", State.TO_BE_TRIED);
    watch.await(change.number(), Duration.ZERO);
    assertThat(onRecord().state()).isEqualTo(State.ARMED);
  }

  @Test
  void aConfirmationIsSeenAtOnceAndNotAtTheEnd() {
    Change change = begin();
    trial.keep(change);
    Duration before = host.clocks().monotonic();
    watch.await(change.number(), LENGTH);
    assertThat(host.clocks().monotonic()).isEqualTo(before);
  }

  @Test
  void anOrderThatWasAcceptedAndDidNotTakeEndsTheTrial() {
    HostControl deaf =
        new PassingControl(host) {
          @Override
          public void order(KernelOrder order) {}
        };
    Trial unheard = new Trial(host, deaf, ledger, (begun, length) -> {});
    assertThat(unheard.begin(plan(), "fix", LENGTH, step -> {}))
        .isInstanceOf(Repair.Outcome.TakenBack.class);
    assertThat(onRecord().state()).isEqualTo(State.UNDONE);
  }

  @Test
  void aChangeOnTrialInThisBootHasNotLapsed() {
    begin();
    assertThat(onRecord().hasLapsed(host.bootId())).isFalse();
  }

  @Test
  void aFileThatSomebodyChangedMeanwhileIsNotWrittenAndAllIsTakenBack() {
    Change change = begin();
    host.write(InterfacesSource.MAIN, file.utf8() + "# somebody else\n");
    assertThat(trial.keep(change)).isInstanceOf(Repair.Outcome.TakenBack.class);
    assertThat(offloads()).isEqualTo(offloads);
    assertThat(interfaces().utf8()).endsWith("# somebody else\n").doesNotContain("post-up");
  }

  @Test
  void nothingIsDoneWhereTheWayBackIsNotArmed() {
    Trial unarmed =
        new Trial(
            host,
            host,
            ledger,
            (change, length) -> {
              throw new CannotChange("arm", "", "no", "");
            });
    assertThatThrownBy(() -> unarmed.begin(plan(), "fix", LENGTH, step -> {}))
        .isInstanceOf(CannotChange.class);
    assertThat(offloads()).isEqualTo(offloads);
    assertThat(onRecord().state()).isEqualTo(State.UNDONE);
  }
}
