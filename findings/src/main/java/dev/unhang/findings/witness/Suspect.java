package dev.unhang.findings.witness;

import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.GuestPort;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Topology;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One element of a host, and what goes dark if it fails.
final class Suspect {
  private final Element element;

  /// By element; whoever is not in it goes on.
  private final Map<String, Outage.Effect> effects = new LinkedHashMap<>();

  Suspect(Topology topology, Element element) {
    this.element = element;
    for (Outage.Effect effect : Outage.of(topology, element.name()).effects()) {
      effects.put(effect.element().name(), effect);
    }
    dark(element);
    if (element.kind() == ElementKind.GUEST) {
      ports(topology, element);
    }
  }

  private void dark(Element each) {
    effects.put(each.name(), new Outage.Effect(each, Outage.Fate.DARK, Optional.empty()));
  }

  /// A guest that is gone answers at none of its ports.
  private void ports(Topology topology, Element upper) {
    for (Element below : topology.below(upper.name())) {
      if (isGuestsOwn(below) && topology.above(below.name()).size() == 1) {
        dark(below);
        ports(topology, below);
      }
    }
  }

  /// Whether an element is a guest, or serves one alone.
  static boolean isGuestsOwn(Element element) {
    return switch (element.kind()) {
      case GUEST, TAP, VETH -> true;
      case BRIDGE -> GuestPort.isFirewall(element.name());
      case NIC, BOND, VLAN, OVS_BRIDGE, OTHER -> false;
    };
  }

  Element element() {
    return element;
  }

  /// Whether its failure cuts an element off wholly.
  boolean darkens(String name) {
    Outage.Effect effect = effects.get(name);
    return effect != null && effect.fate() == Outage.Fate.DARK;
  }

  /// Whether its failure cuts off all of these.
  boolean darkensAll(List<String> names) {
    return names.stream().allMatch(this::darkens);
  }

  /// Whether its failure could show in all of these, and would not darken any of those.
  boolean explains(List<String> dark, List<String> answering) {
    return dark.stream().allMatch(this::reaches) && answering.stream().noneMatch(this::darkens);
  }

  private boolean reaches(String name) {
    Outage.Effect effect = effects.get(name);
    return effect != null && effect.fate() != Outage.Fate.SPARED;
  }

  /// Why an element should have lost part of its traffic only; empty where nothing says so.
  Optional<String> doubt(String name) {
    Outage.Effect effect = effects.get(name);
    if (effect == null || effect.fate() == Outage.Fate.DARK) {
      return Optional.empty();
    }
    return Optional.of(
        words() + " would only impair " + name + effect.why().map(why -> ": " + why).orElse(""));
  }

  FailedPart.Kind kind() {
    return switch (element.kind()) {
      case GUEST -> FailedPart.Kind.GUEST;
      case TAP, VETH -> FailedPart.Kind.PORT;
      case BRIDGE, OVS_BRIDGE ->
          isGuestsOwn(element) ? FailedPart.Kind.PORT : FailedPart.Kind.BRIDGE;
      case BOND -> FailedPart.Kind.BOND;
      case VLAN -> FailedPart.Kind.VLAN;
      case NIC -> FailedPart.Kind.NIC;
      case OTHER -> FailedPart.Kind.INTERFACE;
    };
  }

  /// `NIC eno1`, `guest 100 (nas)`.
  String words() {
    return element.kind() == ElementKind.GUEST
        ? element.name() + element.label().map(label -> " (" + label + ")").orElse("")
        : element.kind().word() + " " + element.name();
  }
}
