package dev.unhang.app.screen;

import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A topology as trees that begin at the wire, for drawing. What two NICs carry, as a bond, stands
/// whole on the first of them.
public final class TopologyTree {
  private final Topology topology;
  private final Set<String> drawn = new HashSet<>();

  private TopologyTree(Topology topology) {
    this.topology = topology;
  }

  /// An element and what sits on it.
  ///
  /// @param again whether what sits on it is drawn elsewhere
  public record Branch(Element element, List<Branch> above, boolean again) {
    /// Whether it is one of a line without branches.
    public boolean isLine() {
      return above.size() <= 1 && above.stream().allMatch(Branch::isLine);
    }
  }

  /// One tree for each of the elements named.
  public static List<Branch> of(Topology topology, List<String> named) {
    TopologyTree tree = new TopologyTree(topology);
    return named.stream()
        .flatMap(name -> topology.element(name).stream())
        .map(tree::branch)
        .toList();
  }

  /// One tree for each element that sits on nothing: NICs that something sits on, then the others,
  /// then bridges that no NIC is a port of, and so on. What is no NIC and in no use is left out.
  public static List<Branch> of(Topology topology) {
    TopologyTree tree = new TopologyTree(topology);
    List<Element> roots = new ArrayList<>(topology.elements());
    roots.removeIf(
        element -> !topology.below(element.name()).isEmpty() || isIdle(topology, element));
    roots.sort(
        Comparator.comparing(Element::kind)
            .thenComparing(element -> topology.above(element.name()).isEmpty()));
    return roots.stream().map(tree::branch).toList();
  }

  /// Devices that the kernel makes and nothing uses.
  private static boolean isIdle(Topology topology, Element element) {
    return element.kind() == ElementKind.OTHER
        && topology.above(element.name()).isEmpty()
        && topology.usesOf(element.name()).isEmpty();
  }

  private Branch branch(Element element) {
    if (!drawn.add(element.name())) {
      return new Branch(element, List.of(), !topology.above(element.name()).isEmpty());
    }
    List<Element> above = new ArrayList<>(topology.above(element.name()));
    above.sort(Comparator.comparingInt(TopologyTree::order).thenComparing(Element::name));
    return new Branch(element, above.stream().map(this::branch).toList(), false);
  }

  /// What the host itself needs before what its guests need.
  private static int order(Element element) {
    return element.kind() == ElementKind.VETH || element.kind() == ElementKind.TAP ? 1 : 0;
  }
}
