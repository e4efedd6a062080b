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
    /// Its logs cover a time without any that is long enough to tell.
    HEALTHY,
    /// No log was read, or too short a one.
    NOT_KNOWN
  }

  /// How `ethtool -k` marks a feature that can't be switched.
  public static final String FIXED = " [fixed]";

  public ComparedHost {
    traits = Map.copyOf(traits);
  }

  /// What was read of a trait.
  public Optional<String> trait(Trait trait) {
    return Optional.ofNullable(traits.get(trait));
  }

  /// Whether it is as it is because chip and kernel decide it.
  public boolean isFixed(Trait trait) {
    return trait(trait).filter(value -> value.endsWith(FIXED)).isPresent();
  }

  /// What is in force, whether or not it can be switched.
  private Optional<String> bare(Trait trait) {
    return trait(trait).map(value -> value.replace(FIXED, ""));
  }

  /// Whether both were read, can be compared, and are not the same.
  public boolean differsFrom(ComparedHost other, Trait trait) {
    return isComparable(other, trait) && !bare(trait).equals(other.bare(trait));
  }

  /// Whether both were read and are the same.
  public boolean shares(ComparedHost other, Trait trait) {
    return trait(trait).isPresent() && bare(trait).equals(other.bare(trait));
  }

  /// A value that is a part of another trait can be compared only where that one is the same.
  private boolean isComparable(ComparedHost other, Trait trait) {
    return trait(trait).isPresent()
        && other.trait(trait).isPresent()
        && trait.of().map(whole -> shares(other, whole)).orElse(true);
  }
}
