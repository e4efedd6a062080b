package dev.unhang.repair.execute;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.plan.Action;
import dev.unhang.repair.proof.ReadBack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A change that the ledger holds, and with it the right to carry it out.
public final class Entered {
  /// Boot loaders look for other systems on all disks.
  private static final Duration REFRESH_WITHIN = Duration.ofMinutes(5);

  /// Whoever keeps the host from being shut down is heard, as a package that is being installed.
  ///
  /// Man: systemctl(1), "--check-inhibitors"; since systemd 248
  private static final List<String> REBOOT =
      List.of("systemctl", "--check-inhibitors=yes", "--no-ask-password", "reboot");

  private static final Duration ORDER_WITHIN = Duration.ofSeconds(30);

  private final HostControl control;
  private final ReadBack readBack;
  private final ChangeLedger ledger;
  private Change change;

  Entered(Change change, HostControl control, ReadBack readBack, ChangeLedger ledger) {
    this.change = change;
    this.control = control;
    this.readBack = readBack;
    this.ledger = ledger;
  }

  /// As far as it got.
  public Change change() {
    return change;
  }

  /// Enters how far it got.
  public Change reached(Change.State state) {
    ledger.reached(change, state);
    change = change.with(state);
    return change;
  }

  /// Carries an action out and reads it back. Throws where the host refuses it, or is not as the
  /// action should have left it.
  public void carryOut(Action action) {
    one(action);
    readBack.confirm(action);
  }

  /// All of them, in whatever order the host grants them: an offload that waits for another one
  /// (txvlan for rxvlan, tso for tx) is tried again once something else has changed. Read back when
  /// all is done. Throws what keeps the rest from being done.
  public void carryOutAll(List<Action> actions) {
    Optional<UnhangException> refusal = all(actions);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    actions.forEach(readBack::confirm);
  }

  /// Gives one order of a recovery, whose proof is that the NIC sends.
  public void order(KernelOrder order) {
    control.order(order);
  }

  /// Runs a program of a recovery.
  public void run(Command command) {
    control.run(command);
  }

  private void one(Action action) {
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
      case Action.RebootHost reboot -> control.run(new Command(REBOOT, ORDER_WITHIN));
      case Action.Refresh refresh -> control.run(new Command(refresh.argv(), REFRESH_WITHIN));
    }
  }

  private Optional<UnhangException> all(List<Action> actions) {
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
