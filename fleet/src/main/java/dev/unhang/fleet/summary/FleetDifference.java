package dev.unhang.fleet.summary;

import dev.unhang.model.facts.Trait;
import java.util.List;

/// A value that hosts which hang have more often than others.
///
/// @param with hosts that have it
/// @param hungWith those of them that hung
/// @param without hosts that have another value of it
/// @param hungWithout those of them that hung
/// @param chance how likely it is that as many of those that hung have it by chance alone, times
///   the number of values that were looked at; at most 1
/// @param alike what is on nearly the same hosts: such data can't tell them apart
public record FleetDifference(
    Trait trait,
    String value,
    int with,
    int hungWith,
    int without,
    int hungWithout,
    double chance,
    List<String> alike) {
  /// What is said to be no chance.
  public static final double SIGNIFICANT = 0.05;

  public FleetDifference {
    alike = List.copyOf(alike);
  }

  /// Whether chance alone hardly makes it.
  public boolean isTelling() {
    return chance <= SIGNIFICANT;
  }
}
