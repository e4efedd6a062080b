package dev.unhang.repair.recover;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.plan.Action;
import java.util.ArrayList;
import java.util.List;

/// Finishes a recovery that was interrupted, by a crash or since something could not be restored.
public final class Interrupted {
  private final InterfaceRestore putBack;
  private final ChangeLedger ledger;

  public Interrupted(RecoveryContext context, ChangeLedger ledger) {
    this.putBack = new InterfaceRestore(context);
    this.ledger = ledger;
  }

  /// Puts back what is missing; where all is back, the ledger says so.
  ///
  /// @return what could not be restored
  public List<String> finish(Change change) {
    List<String> left = new ArrayList<>();
    for (Action action : change.actions()) {
      if (action instanceof Action.Recover recover) {
        left.addAll(putBack.all(recover.port()));
      }
    }
    if (left.isEmpty()) {
      ledger.reached(change, Change.State.DONE);
    }
    return left;
  }
}
