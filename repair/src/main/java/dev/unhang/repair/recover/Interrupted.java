package dev.unhang.repair.recover;

import dev.unhang.model.change.Change;
import dev.unhang.model.plan.Action;
import dev.unhang.repair.execute.Entered;
import dev.unhang.repair.execute.Executor;
import java.util.ArrayList;
import java.util.List;

/// Finishes a recovery that was interrupted, by a crash or since something could not be restored.
public final class Interrupted {
  private final RecoveryContext context;
  private final Executor executor;

  public Interrupted(RecoveryContext context, Executor executor) {
    this.context = context;
    this.executor = executor;
  }

  /// Restores what is missing; where all is back, the ledger says so.
  ///
  /// @return what could not be restored
  public List<String> finish(Change change) {
    Entered entered = executor.entered(change);
    InterfaceRestore restore = new InterfaceRestore(context, entered);
    List<String> left = new ArrayList<>();
    for (Action action : change.actions()) {
      if (action instanceof Action.Recover recover) {
        left.addAll(restore.all(recover.port()));
      }
    }
    if (left.isEmpty()) {
      entered.reached(Change.State.DONE);
    }
    return left;
  }
}
