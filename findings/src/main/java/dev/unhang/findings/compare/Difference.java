package dev.unhang.findings.compare;

import dev.unhang.model.facts.Trait;
import java.util.List;

/// A trait that all hosts that hang share, and no healthy one has.
///
/// @param failing its value on the hosts that hang
/// @param healthy its values on the others
/// @param pairs of a host that hangs and a healthy one of which it was read
/// @param weight the sum over these pairs of one by the number of traits that separate the pair: a
///   pair that differs in nothing else counts 1
/// @param against what speaks against it, for a person
public record Difference(
    Trait trait,
    String failing,
    List<String> healthy,
    int pairs,
    double weight,
    List<String> against) {
  public Difference {
    healthy = List.copyOf(healthy);
    against = List.copyOf(against);
  }
}
