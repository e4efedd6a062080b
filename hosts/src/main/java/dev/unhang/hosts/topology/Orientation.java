package dev.unhang.hosts.topology;

import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.GuestPort;
import dev.unhang.model.topology.Tie;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which of two joined elements is nearer to the wire. What is built on something sits on it, and a
/// bond on its slaves. A bridge sits on those of its ports that lead to a NIC; its other ports sit
/// on the bridge. From there it goes on, along virtual cables, up to the guests.
///
/// Bridges that no NIC is a port of come last: what sits on them gets out only by the host's
/// routing.
final class Orientation {
  private final Map<String, Element> byName = new HashMap<>();
  private final Map<String, List<Joint>> byEnd = new HashMap<>();
  private final Map<String, Tie> ties = new LinkedHashMap<>();
  private final Set<String> reached = new HashSet<>();
  private final Deque<String> waiting = new ArrayDeque<>();

  private Orientation(List<Element> elements, List<Joint> joints) {
    for (Element element : elements) {
      byName.put(element.name(), element);
    }
    for (Joint joint : joints) {
      if (byName.containsKey(joint.one()) && byName.containsKey(joint.other())) {
        byEnd.computeIfAbsent(joint.one(), none -> new ArrayList<>()).add(joint);
        byEnd.computeIfAbsent(joint.other(), none -> new ArrayList<>()).add(joint);
      }
    }
  }

  static List<Tie> of(List<Element> elements, List<Joint> joints) {
    Orientation orientation = new Orientation(elements, joints);
    elements.stream()
        .filter(element -> element.kind() == ElementKind.NIC)
        .forEach(orientation::wait);
    orientation.follow();
    for (Element element : inOrder(elements)) {
      orientation.wait(element);
      orientation.follow();
    }
    return List.copyOf(orientation.ties.values());
  }

  /// Bridges first, and a guest's own firewall bridge behind the one it leads to.
  private static List<Element> inOrder(List<Element> elements) {
    List<Element> left = new ArrayList<>(elements);
    left.sort(
        Comparator.comparing((Element element) -> !isBridge(element))
            .thenComparing(element -> GuestPort.isFirewall(element.name())));
    return left;
  }

  private static boolean isBridge(Element element) {
    return element.kind() == ElementKind.BRIDGE || element.kind() == ElementKind.OVS_BRIDGE;
  }

  private void wait(Element element) {
    if (reached.add(element.name())) {
      waiting.add(element.name());
    }
  }

  private void follow() {
    while (!waiting.isEmpty()) {
      String name = waiting.remove();
      for (Joint joint : byEnd.getOrDefault(name, List.of())) {
        follow(name, joint);
      }
    }
  }

  private void follow(String from, Joint joint) {
    boolean isOne = joint.one().equals(from);
    String to = isOne ? joint.other() : joint.one();
    boolean upwards =
        switch (joint.kind()) {
          case MEMBER -> isOne ? isUplink(from) || !reached.contains(to) : isAPortOf(to, from);
          case STACKED, LEADS_TO -> isOne;
          case PEERS -> !ties.containsKey(key(to, from));
        };
    if (upwards) {
      ties.merge(
          key(from, to),
          new Tie(from, to, joint.basis()),
          (known, told) -> new Tie(from, to, known.basis().and(told.basis())));
      if (reached.add(to)) {
        waiting.add(to);
      }
    }
  }

  private static String key(String lower, String upper) {
    return lower + "\n" + upper;
  }

  /// Only bridges have ports that something sits behind; of a bond all members lead to the wire.
  private boolean isAPortOf(String port, String bridge) {
    Element element = byName.get(bridge);
    return element != null
        && isBridge(element)
        && !isUplink(port)
        && !ties.containsKey(key(port, bridge));
  }

  private ElementKind kind(String name) {
    Element element = byName.get(name);
    return element == null ? ElementKind.OTHER : element.kind();
  }

  /// Whether it leads to a NIC: it is one, or a bond or VLAN.
  private boolean isUplink(String name) {
    return switch (kind(name)) {
      case NIC, BOND, VLAN -> true;
      case BRIDGE, OVS_BRIDGE, VETH, TAP, OTHER, GUEST -> false;
    };
  }
}
