package dev.unhang.model.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What goes dark with a NIC that hangs. A NIC that hangs keeps its carrier, so what only looks at
/// carriers notices nothing.
///
/// @param nic by name
/// @param effects on whatever sits on it, nearest first
/// @param uses of the host that are cut off
///
///   Kernel: drivers/net/bonding/bond_main.c, bond_miimon_inspect(), bond_ab_arp_inspect(); IEEE
///   802.1AX, LACP timeouts (v6.1)
public record Outage(String nic, List<Effect> effects, List<Use> uses) {
  public Outage {
    effects = List.copyOf(effects);
    uses = List.copyOf(uses);
  }

  /// How far something is cut off.
  public enum Fate {
    /// It reaches nothing beyond the host.
    DARK,
    /// Part of its traffic is lost, or all of it for a while.
    IMPAIRED,
    /// It goes on by another way.
    SPARED
  }

  /// What happens to one element.
  ///
  /// @param why for a person; empty where all it sits on is dark
  public record Effect(Element element, Fate fate, Optional<String> why) {}

  /// What hangs together with a NIC.
  public static Outage of(Topology topology, String nic) {
    Map<String, Effect> effects = Map.of();
    Map<String, Effect> next = reached(topology, nic, effects);
    // What sits on several that are cut off is known to be so once all of them are.
    while (!next.equals(effects)) {
      effects = next;
      next = reached(topology, nic, effects);
    }
    List<Use> uses = new ArrayList<>(topology.usesOf(nic));
    for (Effect effect : effects.values()) {
      if (effect.fate() != Fate.SPARED) {
        uses.addAll(topology.usesOf(effect.element().name()));
      }
    }
    return new Outage(nic, List.copyOf(effects.values()), uses);
  }

  /// @param before what an earlier look found
  private static Map<String, Effect> reached(
      Topology topology, String nic, Map<String, Effect> before) {
    Map<String, Effect> known = new HashMap<>(before);
    Map<String, Effect> effects = new LinkedHashMap<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(nic));
    while (!waiting.isEmpty()) {
      for (Element upper : topology.above(waiting.remove())) {
        boolean isNew = !effects.containsKey(upper.name()) && !upper.name().equals(nic);
        if (isNew) {
          Effect effect = effect(topology, upper, nic, known);
          known.put(upper.name(), effect);
          effects.put(upper.name(), effect);
          if (effect.fate() != Fate.SPARED) {
            waiting.add(upper.name());
          }
        }
      }
    }
    return effects;
  }

  private static Effect effect(
      Topology topology, Element element, String nic, Map<String, Effect> known) {
    List<String> others = new ArrayList<>();
    List<String> dark = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (Element below : topology.below(element.name())) {
      Fate fate = below.name().equals(nic) ? Fate.DARK : fate(known.get(below.name()));
      if (fate == Fate.DARK) {
        dark.add(below.name());
      }
      if (fate != Fate.SPARED) {
        lost.add(below.name());
      } else {
        others.add(below.name());
      }
    }
    String ways = String.join(", ", others);
    if (others.isEmpty()) {
      Fate fate = topology.below(element.name()).size() == dark.size() ? Fate.DARK : Fate.IMPAIRED;
      return new Effect(element, fate, Optional.empty());
    }
    return element.kind() == ElementKind.BOND
        ? bond(element, dark, ways)
        : new Effect(
            element,
            Fate.IMPAIRED,
            Optional.of("loses " + String.join(", ", lost) + ", and goes on over " + ways));
  }

  private static Fate fate(@Nullable Effect effect) {
    return effect == null ? Fate.SPARED : effect.fate();
  }

  private static Effect bond(Element element, List<String> dark, String others) {
    Optional<Bonding> bonding = element.bonding();
    if (bonding.isEmpty()) {
      return new Effect(
          element,
          Fate.IMPAIRED,
          Optional.of("whether it fails over to " + others + " is not known"));
    }
    String lost = String.join(", ", dark);
    return switch (bonding.get().mode()) {
      case "active-backup" -> activeBackup(element, bonding.get(), dark, others);
      case "802.3ad" ->
          new Effect(
              element,
              Fate.IMPAIRED,
              Optional.of("what it sends over " + lost + " is lost until LACP times out"));
      default ->
          new Effect(
              element,
              Fate.IMPAIRED,
              Optional.of("what it sends over " + lost + " is lost, and it goes on doing so"));
    };
  }

  private static Effect activeBackup(
      Element element, Bonding bonding, List<String> dark, String others) {
    if (bonding.active().filter(dark::contains).isEmpty()) {
      return bonding.active().isPresent()
          ? new Effect(element, Fate.SPARED, Optional.of(bonding.active().get() + " is active"))
          : new Effect(element, Fate.IMPAIRED, Optional.of("which slave is active is not known"));
    }
    return bonding.arpMonitored()
        ? new Effect(
            element, Fate.IMPAIRED, Optional.of("fails over to " + others + " by ARP monitoring"))
        : new Effect(
            element,
            Fate.DARK,
            Optional.of(
                "does not fail over to "
                    + others
                    + ": a NIC that hangs keeps its carrier, and ARP is not monitored"));
  }
}
