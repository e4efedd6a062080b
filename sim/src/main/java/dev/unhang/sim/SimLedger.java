package dev.unhang.sim;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.id.BootId;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A ledger that lives as long as the simulated host.
public final class SimLedger implements ChangeLedger {
  private final Clocks clocks;
  private final Supplier<BootId> boot;
  private final List<Change> changes = new ArrayList<>();

  /// @param boot which boot it is
  public SimLedger(Clocks clocks, Supplier<BootId> boot) {
    this.clocks = clocks;
    this.boot = boot;
  }

  @Override
  public Change begin(Plan plan, String title, Change.State first) {
    Change change =
        new Change(
            changes.size() + 1,
            clocks.wall(),
            plan.nic(),
            plan.pci(),
            Optional.of(boot.get()),
            title,
            plan.steps().stream().map(PlannedStep::action).toList(),
            first);
    changes.add(change);
    return change;
  }

  @Override
  public void reached(Change change, Change.State state) {
    int at = change.number() - 1;
    changes.set(at, changes.get(at).with(state, Optional.of(clocks.wall())));
  }

  @Override
  public List<Change> history() {
    return List.copyOf(changes);
  }
}
