package dev.unhang.repair;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.repair.execute.Entered;
import dev.unhang.repair.execute.Executor;
import java.util.function.Consumer;

/// From plan to change, by the [Executor] as everything that is done to a host.
///
/// Start reading here: a plan comes from [dev.unhang.repair.plan.Planner], what was done is looked
/// at again by [dev.unhang.repair.proof.Verify], and [Undo] reverts it.
public final class Repair {
  private final Executor executor;
  private final Undo undo;

  public Repair(HostView view, HostControl control, ChangeLedger ledger) {
    this.executor = new Executor(view, control, ledger);
    this.undo = new Undo(view, control, ledger);
  }

  /// How carrying out a plan ended.
  public sealed interface Outcome {
    /// The ledger's entry.
    Change change();

    /// Every step was done and read back.
    record Done(Change change) implements Outcome {}

    /// What ends with the boot was done and read back; the rest waits for a confirmation.
    record OnTrial(Change change) implements Outcome {}

    /// A step failed; what had been done was rolled back and read back.
    record TakenBack(Change change, UnhangException because) implements Outcome {}
  }

  /// Ledger, steps, ledger. When a step fails, the change is rolled back as a whole: what had not
  /// been done yet is found to be as it was. Where even that fails, the exception says so, and the
  /// ledger keeps the change as half done.
  ///
  /// @param progress told of each step before it is done
  public Outcome carryOut(Plan plan, String title, Consumer<PlannedStep> progress) {
    Entered entered = executor.begin(plan, title);
    try {
      for (PlannedStep step : plan.steps()) {
        progress.accept(step);
        entered.carryOut(step.action());
      }
    } catch (UnhangException failed) {
      return new Outcome.TakenBack(undo.carryOut(undo.plan(entered.change())), failed);
    }
    return new Outcome.Done(entered.reached(Change.State.DONE));
  }
}
