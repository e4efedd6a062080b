package dev.unhang.hosts.topology;

import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the sources of a topology have found so far.
final class Parts {
  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final List<Joint> joints = new ArrayList<>();
  private final List<Trouble> unread = new ArrayList<>();

  /// Takes an element. One that is there already keeps what is known of it and gains what is not.
  void add(Element element) {
    elements.merge(element.name(), element, Parts::joined);
  }

  private static Element joined(Element known, Element told) {
    // A name that configuration only mentions counts as a NIC until something says more.
    boolean guessed = known.kind() == ElementKind.NIC && known.basis() == Basis.CONFIGURED;
    return new Element(
        known.name(),
        guessed ? told.kind() : known.kind(),
        known.label().or(told::label),
        known.bonding().or(told::bonding),
        known.basis().and(told.basis()));
  }

  void add(Joint joint) {
    joints.add(joint);
  }

  void addUnread(Trouble trouble) {
    unread.add(trouble);
  }

  Optional<Element> element(String name) {
    return Optional.ofNullable(elements.get(name));
  }

  List<Element> elements() {
    return List.copyOf(elements.values());
  }

  List<Joint> joints() {
    return List.copyOf(joints);
  }

  List<Trouble> unread() {
    return List.copyOf(unread);
  }
}
