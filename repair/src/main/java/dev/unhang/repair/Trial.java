package dev.unhang.repair;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.repair.proof.ReadBack;
import java.time.Duration;
import java.util.function.Consumer;

/// A change that takes itself back unless somebody confirms it. While it is tried only the running
/// kernel is changed: files are written when it is kept. So whatever ends the boot, be it a reboot
/// or a power cut, brings the old state back.
public final class Trial {
  private final Perform perform;
  private final ReadBack readBack;
  private final Undo undo;
  private final ChangeLedger ledger;
  private final Arming arming;

  public Trial(HostView view, HostControl control, ChangeLedger ledger, Arming arming) {
    this.perform = new Perform(control);
    this.readBack = new ReadBack(view);
    this.undo = new Undo(view, control, ledger);
    this.ledger = ledger;
    this.arming = arming;
  }

  /// Starts what will take a change back by itself.
  @FunctionalInterface
  public interface Arming {
    /// Returns once it waits, outside of this process and of the terminal's session, and has said
    /// so in the ledger. Throws CannotChange where it does not.
    void arm(Change change, Duration length);
  }

  /// Arms the way back first, then does what ends with the boot. When a step fails, all is taken
  /// back at once.
  ///
  /// @param progress told of each step before it is done
  public Repair.Outcome begin(
      Plan plan, String title, Duration length, Consumer<PlannedStep> progress) {
    Change change = ledger.begin(plan, title, Change.State.TO_BE_TRIED);
    try {
      arming.arm(change, length);
    } catch (UnhangException notArmed) {
      ledger.reached(change, Change.State.UNDONE);
      throw notArmed;
    }
    try {
      for (PlannedStep step : plan.steps()) {
        if (step.action().endsWithTheBoot()) {
          progress.accept(step);
          perform.one(step.action());
          readBack.confirm(step.action());
        }
      }
    } catch (UnhangException failed) {
      return takenBack(change, failed);
    }
    ledger.reached(change, Change.State.ON_TRIAL);
    return new Repair.Outcome.OnTrial(change.with(Change.State.ON_TRIAL));
  }

  /// Keeps it: does what outlasts the boot. When that fails, all is rolled back. From here on a
  /// power cut may leave something on disk, so that the change is no trial any more.
  public Repair.Outcome keep(Change change) {
    ledger.reached(change, Change.State.BEGUN);
    try {
      for (Action action : change.actions()) {
        if (!action.endsWithTheBoot()) {
          perform.one(action);
          readBack.confirm(action);
        }
      }
    } catch (UnhangException failed) {
      return takenBack(change, failed);
    }
    ledger.reached(change, Change.State.DONE);
    return new Repair.Outcome.Done(change.with(Change.State.DONE));
  }

  private Repair.Outcome takenBack(Change change, UnhangException failed) {
    undo.carryOut(undo.plan(change));
    return new Repair.Outcome.TakenBack(change.with(Change.State.UNDONE), failed);
  }
}
