package dev.unhang.repair;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.Offload;
import dev.unhang.model.facts.Offloads;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// From plan to change: the one place where anything is done to a host, and it is entered in the
/// ledger first.
///
/// Start reading here: a plan comes from [dev.unhang.repair.plan.Planner], what was done is looked
/// at again by [dev.unhang.repair.proof.Verify], and [Undo] takes it back.
public final class Repair {
  private final HostView view;
  private final HostControl control;
  private final ChangeLedger ledger;

  public Repair(HostView view, HostControl control, ChangeLedger ledger) {
    this.view = view;
    this.control = control;
    this.ledger = ledger;
  }

  /// How carrying out a plan ended.
  public sealed interface Outcome {
    /// The ledger's entry.
    Change change();

    /// Every step was done and read back.
    record Done(Change change) implements Outcome {}

    /// A step failed; what had been done before it was taken back.
    record TakenBack(Change change, UnhangException because) implements Outcome {}
  }

  /// Ledger, steps, ledger. A step that fails has the ones before it taken back.
  ///
  /// @param progress told of each step before it is done
  public Outcome carryOut(Plan plan, String title, Consumer<PlannedStep> progress) {
    Change change = ledger.begin(plan, title);
    List<Action> done = new ArrayList<>();
    try {
      for (PlannedStep step : plan.steps()) {
        progress.accept(step);
        done.add(step.action());
        perform(step.action());
        readBack(step.action());
      }
    } catch (UnhangException failed) {
      for (Action action : done.reversed()) {
        takeBack(action, failed);
      }
      ledger.undone(change);
      return new Outcome.TakenBack(change.with(Change.State.UNDONE), failed);
    }
    ledger.done(change);
    return new Outcome.Done(change.with(Change.State.DONE));
  }

  /// The action that failed may have been done in part, or not at all: its inverse is then refused,
  /// which changes nothing about why it all is taken back.
  private void takeBack(Action action, UnhangException failed) {
    try {
      perform(action.inverse());
    } catch (UnhangException also) {
      failed.addSuppressed(also);
      boolean untouched = action instanceof Action.WriteFile file && holds(file, false);
      if (!untouched && action instanceof Action.WriteFile) {
        throw also;
      }
    }
  }

  private boolean holds(Action.WriteFile file, boolean after) {
    Content wanted = after ? file.edit().after() : file.edit().before();
    return view.read(file.edit().path()).known().filter(wanted::equals).isPresent();
  }

  private void perform(Action action) {
    switch (action) {
      case Action.SwitchOffload offload ->
          control.order(
              new KernelOrder.SetFeatures(offload.nic(), offload.members(), offload.on()));
      case Action.WriteFile file -> control.replaceFile(file.edit());
    }
  }

  /// That an order was accepted does not say that it took.
  private void readBack(Action action) {
    switch (action) {
      case Action.SwitchOffload offload -> readBack(offload);
      case Action.WriteFile file -> {
        if (!holds(file, true)) {
          throw new CannotChange(
              "write",
              file.edit().path().value(),
              "it does not hold what was written",
              "see what else writes it");
        }
      }
    }
  }

  private void readBack(Action.SwitchOffload offload) {
    Offloads now =
        view.kernel()
            .offloads(offload.nic())
            .known()
            .orElseThrow(() ->
                new CannotChange(
                    "read back " + offload.group().shortName(),
                    offload.nic().value(),
                    "the kernel no longer says",
                    "see whether the interface is still there"));
    for (String member : offload.members()) {
      boolean as_wished =
          now.named(member).map(Offload::active).map(on -> on == offload.on()).orElse(false);
      if (!as_wished) {
        throw new CannotChange(
            "turn " + (offload.on() ? "on " : "off ") + offload.group().shortName(),
            offload.nic().value(),
            "the kernel accepted it, but " + member + " stayed as it was",
            "see 'unhang features " + offload.nic() + "'");
      }
    }
  }
}
