package dev.unhang.repair;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.repair.execute.Entered;
import dev.unhang.repair.execute.Executor;
import java.time.Duration;
import java.util.function.Consumer;

/// A change that takes itself back unless it is confirmed. While it is tried only the running
/// kernel is changed: files are written when it is kept. So whatever ends the boot, be it a reboot
/// or a power cut, brings the old state back.
public final class Trial {
  private final Executor executor;
  private final Undo undo;
  private final Arming arming;

  public Trial(HostView view, HostControl control, ChangeLedger ledger, Arming arming) {
    this.executor = new Executor(view, control, ledger);
    this.undo = new Undo(view, control, ledger);
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
    Entered entered = executor.begin(plan, title, Change.State.TO_BE_TRIED);
    try {
      arming.arm(entered.change(), length);
    } catch (UnhangException notArmed) {
      entered.reached(Change.State.UNDONE);
      throw notArmed;
    }
    try {
      for (PlannedStep step : plan.steps()) {
        if (step.action().endsWithTheBoot()) {
          progress.accept(step);
          entered.carryOut(step.action());
        }
      }
    } catch (UnhangException failed) {
      return takenBack(entered, failed);
    }
    return new Repair.Outcome.OnTrial(entered.reached(Change.State.ON_TRIAL));
  }

  /// Keeps it: does what outlasts the boot. When that fails, all is rolled back. From here on a
  /// power cut may leave something on disk, so that the change is no trial any more.
  public Repair.Outcome keep(Change change) {
    Entered entered = executor.entered(change);
    entered.reached(Change.State.BEGUN);
    try {
      for (Action action : change.actions()) {
        if (!action.endsWithTheBoot()) {
          entered.carryOut(action);
        }
      }
    } catch (UnhangException failed) {
      return takenBack(entered, failed);
    }
    return new Repair.Outcome.Done(entered.reached(Change.State.DONE));
  }

  private Repair.Outcome takenBack(Entered entered, UnhangException failed) {
    return new Repair.Outcome.TakenBack(undo.carryOut(undo.plan(entered.change())), failed);
  }
}
