package dev.unhang.model.change;

import dev.unhang.model.plan.Plan;
import java.util.List;

/// The only truth about what unhang has changed on a host. An entry is on disk before [#begin]
/// returns, so a crash at any instant leaves a record of what may have been done.
public interface ChangeLedger {
  /// Enters a change before anything is done.
  ///
  /// @param title what it is for, one line
  default Change begin(Plan plan, String title) {
    return begin(plan, title, Change.State.BEGUN);
  }

  /// Enters a change before anything is done, so that a crash tells one that is tried first from
  /// one that is not.
  ///
  /// @param first [Change.State#BEGUN] or [Change.State#TO_BE_TRIED]
  Change begin(Plan plan, String title, Change.State first);

  /// Enters how far a change got.
  void reached(Change change, Change.State state);

  /// Every change on record, oldest first.
  List<Change> history();
}
