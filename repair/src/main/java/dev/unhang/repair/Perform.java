package dev.unhang.repair;

import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.plan.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Carries actions out through the port. Nobody calls this but those who have entered them in the
/// ledger.
final class Perform {
  /// Boot loaders look for other systems on all disks.
  private static final Duration REFRESH_WITHIN = Duration.ofMinutes(5);

  private final HostControl control;

  Perform(HostControl control) {
    this.control = control;
  }

  /// One action.
  void one(Action action) {
    switch (action) {
      case Action.SwitchOffload offload ->
          control.order(
              new KernelOrder.SetFeatures(offload.nic(), offload.members(), offload.on()));
      case Action.AcknowledgeHangs hangs -> {}
      case Action.Tune tune -> control.order(new KernelOrder.Tune(tune.nic(), tune.to()));
      case Action.WriteFile file -> control.replaceFile(file.edit());
      case Action.MakeEntry made when made.present() -> control.make(made.path(), made.entry());
      case Action.MakeEntry gone -> control.remove(gone.path(), gone.entry());
      case Action.Recover recover ->
          throw new IllegalArgumentException("recovered by Recovery alone: " + recover.rung());
      case Action.Refresh refresh -> control.run(new Command(refresh.argv(), REFRESH_WITHIN));
    }
  }

  /// All of them, in whatever order the host grants them: an offload that waits for another one
  /// (txvlan for rxvlan, tso for tx) is tried again once something else has changed.
  ///
  /// @return why what is left can't be done; empty where nothing is left
  Optional<UnhangException> all(List<Action> actions) {
    List<Action> left = new ArrayList<>(actions);
    Optional<UnhangException> refusal = Optional.empty();
    boolean moved = true;
    while (moved && !left.isEmpty()) {
      moved = false;
      refusal = Optional.empty();
      for (Action action : List.copyOf(left)) {
        try {
          one(action);
          left.remove(action);
          moved = true;
        } catch (UnhangException refused) {
          refusal = Optional.of(refused);
        }
      }
    }
    return refusal;
  }
}
