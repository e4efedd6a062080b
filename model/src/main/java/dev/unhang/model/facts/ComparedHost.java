package dev.unhang.model.facts;

import java.util.Map;
import java.util.Optional;

/// A host as it is laid beside others.
///
/// @param name what a person calls it
/// @param nic the interface that is compared; empty where none was found
/// @param state whether it hangs
/// @param basis what says so: how many hangs, or what the log covers
/// @param traits what was read; what was not is not there and equals nothing
public record ComparedHost(
    String name, Optional<String> nic, State state, String basis, Map<Trait, String> traits) {
  /// Whether a host hangs.
  public enum State {
    HANGS,
    /// Its log covers a time without any.
    HEALTHY,
    /// No log was read.
    NOT_KNOWN
  }

  public ComparedHost {
    traits = Map.copyOf(traits);
  }

  /// What was read of a trait.
  public Optional<String> trait(Trait trait) {
    return Optional.ofNullable(traits.get(trait));
  }

  /// Whether both were read and are not the same.
  public boolean differsFrom(ComparedHost other, Trait trait) {
    return trait(trait).isPresent()
        && other.trait(trait).isPresent()
        && !trait(trait).equals(other.trait(trait));
  }
}
