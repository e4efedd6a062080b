package dev.unhang.repair.execute;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Plan;
import dev.unhang.repair.proof.ReadBack;

/// Changes a host: what is done is entered in the ledger before, carried out, and read back.
/// Whoever fixes, tries, undoes, recovers or acknowledges does it by an [Entered], and there is no
/// other way to the host.
public final class Executor {
  private final HostControl control;
  private final ReadBack readBack;
  private final ChangeLedger ledger;

  public Executor(HostView view, HostControl control, ChangeLedger ledger) {
    this.control = control;
    this.readBack = new ReadBack(view);
    this.ledger = ledger;
  }

  /// Enters a change: it is on disk when this returns.
  ///
  /// @param title what it is for, one line
  public Entered begin(Plan plan, String title) {
    return begin(plan, title, Change.State.BEGUN);
  }

  /// The same of one that may be tried first.
  public Entered begin(Plan plan, String title, Change.State first) {
    return entered(ledger.begin(plan, title, first));
  }

  /// Goes on with a change that was entered before: to keep it, to finish it, to undo it.
  public Entered entered(Change change) {
    return new Entered(change, control, readBack, ledger);
  }
}
