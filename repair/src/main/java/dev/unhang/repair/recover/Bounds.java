package dev.unhang.repair.recover;

import dev.unhang.model.id.StepId;
import java.util.Optional;
import java.util.Set;

/// What a climb may do, beside what guards allow.
///
/// @param title under which its steps are entered in the ledger
/// @param mayDestroyInterface whether steps may be done that destroy the interface
/// @param notAgain steps that were done and did not help
public record Bounds(String title, boolean mayDestroyInterface, Set<StepId> notAgain) {
  public Bounds {
    notAgain = Set.copyOf(notAgain);
  }

  /// The whole ladder.
  public static Bounds none(String title) {
    return new Bounds(title, true, Set.of());
  }

  /// Why a rung is out of bounds; empty where it is not.
  Optional<String> exclude(Rung rung) {
    if (notAgain.contains(rung.about().id())) {
      return Optional.of("it was done before and did not help");
    }
    return !mayDestroyInterface && rung.about().destroysInterface()
        ? Optional.of("it destroys the interface, and only milder steps are allowed")
        : Optional.empty();
  }
}
