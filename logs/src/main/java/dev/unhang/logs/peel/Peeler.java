package dev.unhang.logs.peel;

import java.util.Optional;

/// Takes one layer off a line of a log and keeps what the layer says. Real pastes combine layers in
/// any order: peelers are tried until none applies.
interface Peeler {
  /// Whether the layer may be there, by the first characters alone. A cheap no spares most lines
  /// most of the work; a yes promises nothing.
  boolean mayApply(String rest);

  /// The line without this layer; empty where it doesn't bear it.
  Optional<Peeled> peel(Peeled line);
}
