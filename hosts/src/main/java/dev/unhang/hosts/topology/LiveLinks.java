package dev.unhang.hosts.topology;

import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkDetails;
import dev.unhang.model.net.LinkFlag;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Bonding;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.GuestPort;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What rtnetlink says of who belongs to whom. Loopback interfaces lead nowhere and are left out.
///
/// Kernel: net/core/rtnetlink.c, rtnl_fill_ifinfo(), IFLA_MASTER, IFLA_LINK (v6.1)
final class LiveLinks {
  /// Open vSwitch makes one such device, which to rtnetlink is the master of every port of every
  /// bridge.
  ///
  /// Kernel: net/openvswitch/vport-netdev.c, ovs_netdev_link() (v6.1)
  private static final String OVS_DATAPATH = "ovs-system";

  private static final Set<String> VLANS = Set.of("vlan");
  private static final Set<String> BONDS = Set.of("bond", "team");
  private static final Set<String> TAPS = Set.of("tun", "macvtap");

  private final Parts parts;
  private final List<Link> links;
  private final Map<Integer, Link> byIndex = new HashMap<>();

  private LiveLinks(Parts parts, List<Link> links) {
    this.parts = parts;
    this.links =
        links.stream()
            .filter(link -> !link.state().flags().contains(LinkFlag.LOOPBACK))
            .filter(link -> !link.name().value().equals(OVS_DATAPATH))
            .toList();
    for (Link link : this.links) {
      byIndex.put(link.index(), link);
    }
  }

  static void add(List<Link> links, Parts parts) {
    LiveLinks live = new LiveLinks(parts, links);
    live.links.forEach(live::element);
    live.links.forEach(live::joints);
    live.cablesByName();
  }

  private void element(Link link) {
    ElementKind kind = kind(link);
    parts.add(new Element(link.name().value(), kind, label(link, kind), bonding(link), Basis.LIVE));
  }

  /// What has no kind is a NIC; so is what has a device, whatever its driver calls it.
  static ElementKind kind(Link link) {
    Optional<String> kind = link.stacking().kind();
    if (kind.isEmpty() || link.hardware().device().isPresent()) {
      return ElementKind.NIC;
    }
    String word = kind.get();
    if (VLANS.contains(word)) {
      return ElementKind.VLAN;
    } else if (BONDS.contains(word)) {
      return ElementKind.BOND;
    } else if (TAPS.contains(word)) {
      return ElementKind.TAP;
    }
    return switch (word) {
      case "bridge" -> ElementKind.BRIDGE;
      case "openvswitch" -> ElementKind.OVS_BRIDGE;
      case "veth" -> ElementKind.VETH;
      default -> ElementKind.OTHER;
    };
  }

  private static Optional<String> label(Link link, ElementKind kind) {
    return switch (kind) {
      case NIC -> link.hardware().device();
      case OTHER -> link.stacking().kind();
      default -> link.stacking().details().map(LiveLinks::words).filter(word -> !word.isEmpty());
    };
  }

  private Optional<Bonding> bonding(Link link) {
    if (!(link.stacking().details().orElse(null) instanceof LinkDetails.Bond bond)) {
      return Optional.empty();
    }
    Optional<String> active =
        bond.active()
            .flatMap(index -> Optional.ofNullable(byIndex.get(index)))
            .map(slave -> slave.name().value());
    return Optional.of(new Bonding(bond.mode(), active, bond.arpInterval() > 0));
  }

  private static String words(LinkDetails details) {
    return switch (details) {
      case LinkDetails.Bridge bridge -> bridge.vlanFiltering() ? "VLAN-aware" : "";
      case LinkDetails.Vlan vlan -> "id " + vlan.id();
      case LinkDetails.Bond bond -> bond.mode();
    };
  }

  private void joints(Link link) {
    String name = link.name().value();
    link.stacking()
        .master()
        .flatMap(index -> Optional.ofNullable(byIndex.get(index)))
        .ifPresent(master -> parts.add(Joint.live(name, master.name().value(), Joint.Kind.MEMBER)));
    if (link.stacking().lowerIsElsewhere()) {
      return;
    }
    Optional<Link> lower =
        link.stacking()
            .lower()
            .filter(index -> index != link.index())
            .flatMap(index -> Optional.ofNullable(byIndex.get(index)));
    lower.ifPresent(other -> parts.add(lower(link, other)));
  }

  /// A veth names its peer where others name what they are built on.
  private static Joint lower(Link link, Link other) {
    String name = link.name().value();
    String below = other.name().value();
    return kind(link) == ElementKind.VETH
        ? Joint.live(name, below, Joint.Kind.PEERS)
        : Joint.live(below, name, Joint.Kind.STACKED);
  }

  /// Where the kernel does not tell a peer, the names of Proxmox VE's firewall bridges do.
  private void cablesByName() {
    Set<String> names =
        links.stream()
            .map(link -> link.name().value())
            .collect(Collectors.toCollection(HashSet::new));
    for (String name : names) {
      GuestPort.cable(name)
          .filter(names::contains)
          .ifPresent(end -> parts.add(Joint.live(name, end, Joint.Kind.PEERS)));
    }
  }
}
