package dev.unhang.app.screen;

import dev.unhang.model.change.Change;
import dev.unhang.model.id.BootId;
import java.util.Optional;

/// Changes of which it is not said yet how they ended.
final class UnsettledWords {
  private UnsettledWords() {}

  /// What a person should know of one; empty where it is settled, or on trial at this moment.
  ///
  /// @param now the boot that runs; empty where that was not read
  static Optional<String> of(Change change, Optional<BootId> now) {
    String which = "change " + change.number() + " (" + change.title() + ") ";
    return switch (now.map(change::stateIn).orElse(change.state())) {
      case BEGUN ->
          Optional.of(
              which + "was interrupted; unhang undo " + change.number() + " undoes what it did");
      case TO_BE_TRIED ->
          Optional.of(which + "begins at this moment or was cut off: nothing was done so far");
      case UNDOING ->
          Optional.of(
              which
                  + "was being undone when that was interrupted; unhang undo "
                  + change.number()
                  + " goes on with it");
      case LAPSED ->
          change.state() == Change.State.LAPSED
              ? Optional.empty()
              : Optional.of(which + "was interrupted during its trial: nothing of it is left");
      case ARMED, ON_TRIAL, DONE, UNDONE -> Optional.empty();
    };
  }
}
