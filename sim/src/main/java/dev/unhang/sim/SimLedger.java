package dev.unhang.sim;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;

/// A ledger that lives as long as the simulated host.
public final class SimLedger implements ChangeLedger {
  private final Clocks clocks;
  private final List<Change> changes = new ArrayList<>();

  public SimLedger(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public Change begin(Plan plan, String title) {
    Change change =
        new Change(
            changes.size() + 1,
            clocks.wall(),
            plan.nic(),
            plan.pci(),
            title,
            plan.steps().stream().map(PlannedStep::action).toList(),
            Change.State.BEGUN);
    changes.add(change);
    return change;
  }

  @Override
  public void done(Change change) {
    changes.set(change.number() - 1, change.with(Change.State.DONE));
  }

  @Override
  public void undone(Change change) {
    changes.set(change.number() - 1, change.with(Change.State.UNDONE));
  }

  @Override
  public List<Change> history() {
    return List.copyOf(changes);
  }
}
