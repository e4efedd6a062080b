package dev.unhang.model.topology;

import dev.unhang.model.evidence.Trouble;
import java.util.List;
import java.util.Optional;

/// Who sits on whom on one host.
///
/// @param elements in the order a person would list them: what is nearest to the wire first
/// @param disagreements where the running kernel and the configuration say different things
/// @param unread what could not be read, and why: that much the picture may lack
public record Topology(
    List<Element> elements,
    List<Tie> ties,
    List<Use> uses,
    List<Trouble> disagreements,
    List<Trouble> unread) {
  /// Of a host of which nothing was read.
  public static final Topology NONE =
      new Topology(List.of(), List.of(), List.of(), List.of(), List.of());

  public Topology {
    elements = List.copyOf(elements);
    ties = List.copyOf(ties);
    uses = List.copyOf(uses);
    disagreements = List.copyOf(disagreements);
    unread = List.copyOf(unread);
  }

  /// The element of a name.
  public Optional<Element> element(String name) {
    return elements.stream().filter(element -> element.name().equals(name)).findFirst();
  }

  /// What sits directly on an element.
  public List<Element> above(String name) {
    return ties.stream()
        .filter(tie -> tie.lower().equals(name))
        .flatMap(tie -> element(tie.upper()).stream())
        .toList();
  }

  /// What an element sits on directly.
  public List<Element> below(String name) {
    return ties.stream()
        .filter(tie -> tie.upper().equals(name))
        .flatMap(tie -> element(tie.lower()).stream())
        .toList();
  }

  /// What the host does through an element.
  public List<Use> usesOf(String name) {
    return uses.stream().filter(use -> use.element().equals(name)).toList();
  }
}
