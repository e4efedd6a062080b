package dev.unhang.repair.bisect;

import dev.unhang.model.net.OffloadGroup;
import java.util.List;
import java.util.Set;

/// What comes next.
public sealed interface Step {
  /// Another run.
  ///
  /// @param off what is to be switched off; all others are to be as they were found
  /// @param exposure until it may end if it does not hang before
  record Ask(Set<OffloadGroup> off, double exposure) implements Step {
    public Ask {
      off = Set.copyOf(off);
    }
  }

  /// The least sets that stop it: each alone suffices, and no smaller one does.
  record Found(List<Set<OffloadGroup>> sets) implements Step {
    public Found {
      sets = List.copyOf(sets);
    }
  }

  /// It hangs with all of them off.
  record NoneSuffices() implements Step {}

  /// A limit was reached.
  ///
  /// @param why a sentence, for a person
  record GaveUp(String why) implements Step {}
}
