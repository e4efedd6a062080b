package dev.unhang.findings.witness;

import dev.unhang.hosts.outputs.TopologyDocument;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.ProbeTarget;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Bonding;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Tie;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Made-up hosts: guests on bridges on NICs, as Proxmox VE wires them.
final class Houses {
  private final List<Element> elements = new ArrayList<>();
  private final List<Tie> ties = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();

  /// A NIC, a bridge on it with an address of the host, two guests: one behind its firewall's
  /// bridge.
  static Topology usual(int net) {
    return new Houses()
        .element(ElementKind.NIC, "eno1")
        .element(ElementKind.BRIDGE, "vmbr0", "eno1")
        .address("vmbr0", "192.0.2." + net + "/24")
        .element(ElementKind.VETH, "fwpr100p0", "vmbr0")
        .element(ElementKind.VETH, "fwln100i0", "fwpr100p0")
        .element(ElementKind.BRIDGE, "fwbr100i0", "fwln100i0")
        .element(ElementKind.TAP, "tap100i0", "fwbr100i0")
        .guest("100", "nas", "tap100i0")
        .element(ElementKind.TAP, "tap101i0", "vmbr0")
        .guest("101", "web", "tap101i0")
        .build();
  }

  Houses element(ElementKind kind, String name, String... below) {
    return add(kind, name, Optional.empty(), Optional.empty(), below);
  }

  Houses guest(String number, String label, String... below) {
    return add(ElementKind.GUEST, "guest " + number, Optional.of(label), Optional.empty(), below);
  }

  Houses bond(String name, Bonding bonding, String... below) {
    return add(ElementKind.BOND, name, Optional.empty(), Optional.of(bonding), below);
  }

  private Houses add(
      ElementKind kind,
      String name,
      Optional<String> label,
      Optional<Bonding> bonding,
      String... below) {
    elements.add(new Element(name, kind, label, bonding, Basis.LIVE));
    for (String lower : below) {
      ties.add(new Tie(lower, name, Basis.LIVE));
    }
    return this;
  }

  Houses address(String element, String text) {
    uses.add(new Use(element, Use.Kind.ADDRESS, text));
    return this;
  }

  Topology build() {
    return new Topology(elements, ties, uses, List.of(), List.of());
  }

  static ProbeTarget probe(String address) {
    return new ProbeTarget(IpAddress.parse(address).orElseThrow(), OptionalInt.empty());
  }

  static WitnessTarget target(String name, String host, String element) {
    return new WitnessTarget(
        name, probe("192.0.2.1"), Optional.of(new TargetLocation(host, element)));
  }

  static WitnessTarget stranger(String name) {
    return new WitnessTarget(name, probe("192.0.2.1"), Optional.empty());
  }

  /// Who is dark since the same second; all others answer.
  static ReachabilityTracker.Together together(WitnessMap map, String... dark) {
    Set<String> answering = new LinkedHashSet<>();
    map.targets().forEach(target -> answering.add(target.name()));
    List<DownInterval> spells = new ArrayList<>();
    for (String name : dark) {
      answering.remove(name);
      spells.add(
          new DownInterval(name, Instant.EPOCH, Instant.EPOCH.plusSeconds(1), Optional.empty()));
    }
    return new ReachabilityTracker.Together(spells, answering, Set.of());
  }

  static Reading<Topology> document(String text) {
    return TopologyDocument.read(new Origin("map.json"), Content.of(text));
  }
}
