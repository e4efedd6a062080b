package dev.unhang.hosts.survey;

import dev.unhang.model.net.Link;
import dev.unhang.model.net.NicUser;
import dev.unhang.model.topology.GuestPort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What sits on a NIC, from the NIC upwards: the bridge or bond it is a port of, VLANs and macvlans
/// on it, whatever sits on those, and the guests at the bridges' other ports.
///
/// A bridge of Open vSwitch is not among it: to rtnetlink all its ports belong to `ovs-system`.
///
/// Kernel: net/core/rtnetlink.c, rtnl_fill_ifinfo(), IFLA_MASTER, IFLA_LINK (v6.1)
final class LinkUsers {
  private final List<Link> links;
  private final Set<NicUser> users = new LinkedHashSet<>();
  private final Set<Integer> seen = new HashSet<>();
  private final Deque<Link> waiting = new ArrayDeque<>();

  private LinkUsers(List<Link> links) {
    this.links = links;
  }

  static List<NicUser> of(Link nic, List<Link> links) {
    LinkUsers walk = new LinkUsers(links);
    walk.seen.add(nic.index());
    walk.waiting.add(nic);
    while (!walk.waiting.isEmpty()) {
      walk.above(walk.waiting.remove());
    }
    return List.copyOf(walk.users);
  }

  private void above(Link link) {
    link.stacking().master().ifPresent(index -> master(link, index));
    for (Link other : links) {
      if (sitsOn(other, link)) {
        add(other, link);
      }
    }
  }

  /// A veth names its peer where others name what they sit on.
  private static boolean sitsOn(Link upper, Link lower) {
    return upper.stacking().lower().filter(index -> index == lower.index()).isPresent()
        && !upper.stacking().lowerIsElsewhere()
        && upper.index() != lower.index()
        && upper.stacking().kind().filter(kind -> !kind.equals("veth")).isPresent();
  }

  private void master(Link port, int index) {
    Optional<Link> master = links.stream().filter(link -> link.index() == index).findFirst();
    if (master.isEmpty()) {
      users.add(new NicUser("interface " + index, "not listed", port.name().value()));
      return;
    }
    add(master.get(), port);
    guests(master.get());
  }

  private void add(Link user, Link on) {
    users.add(
        new NicUser(
            user.name().value(), user.stacking().kind().orElse("kind unknown"), on.name().value()));
    if (seen.add(user.index())) {
      waiting.add(user);
    }
  }

  private void guests(Link bridge) {
    List<Link> ports = new ArrayList<>(links);
    ports.removeIf(port -> !port.stacking().master().equals(Optional.of(bridge.index())));
    for (Link port : ports) {
      GuestPort.guest(port.name().value())
          .ifPresent(guest -> users.add(new NicUser(guest, "guest", bridge.name().value())));
    }
  }
}
