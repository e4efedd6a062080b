package dev.unhang.repair;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.id.BootId;
import java.util.Optional;

/// Trials that no program will end any more: nothing of them was on disk, so nothing is to be done
/// but to say so in the ledger.
public final class CutTrials {
  private CutTrials() {}

  /// Settles them. Called with the writer's lock held: whoever began a trial holds it until the
  /// trial runs, so one that has not begun by now never will.
  ///
  /// @param now empty where it was not read; then only what has not begun is settled
  public static void settle(ChangeLedger ledger, Optional<BootId> now) {
    for (Change change : ledger.history()) {
      boolean neverArmed = change.state() == Change.State.TO_BE_TRIED;
      if (neverArmed || now.filter(change::hasLapsed).isPresent()) {
        ledger.reached(change, Change.State.LAPSED);
      }
    }
  }
}
