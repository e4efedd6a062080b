package dev.unhang.repair.persist;

import dev.unhang.model.plan.Action;
import java.util.List;

/// How values are kept.
public sealed interface Kept {
  /// By unhang.
  ///
  /// @param actions edits, new entries, and programs that have to run for them; empty where the
  ///   values are kept already
  /// @param notes what else a person should know, a line or several each
  record Written(List<Action> actions, List<String> notes) implements Kept {
    public Written {
      actions = List.copyOf(actions);
      notes = List.copyOf(notes);
    }

    /// Without notes.
    public Written(List<Action> actions) {
      this(actions, List.of());
    }
  }

  /// By the person: this host makes its files from a text that unhang doesn't edit.
  ///
  /// @param text what to put where, several lines
  record ByHand(String text) implements Kept {}
}
