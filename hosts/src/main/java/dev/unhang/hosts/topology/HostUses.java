package dev.unhang.hosts.topology;

import dev.unhang.model.id.IpAddress;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Route;
import dev.unhang.model.topology.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the host does through its interfaces: the addresses it has, where it sends what it knows no
/// way for.
final class HostUses {
  private static final String GLOBAL = "global";

  private HostUses() {}

  /// Link-local addresses are left out: every interface has one.
  static List<Use> of(List<InterfaceAddress> addresses, List<Route> routes, Ways ways) {
    List<Use> uses = new ArrayList<>();
    for (InterfaceAddress address : addresses) {
      if (address.scope().equals(GLOBAL)) {
        ways.name(address.index())
            .ifPresent(name -> uses.add(new Use(name, Use.Kind.ADDRESS, address.toString())));
      }
    }
    for (Route route : routes) {
      if (route.isDefault()) {
        String text = "default route" + route.gateway().map(to -> " via " + to).orElse("");
        ways.name(route.index())
            .ifPresent(name -> uses.add(new Use(name, Use.Kind.DEFAULT_ROUTE, text)));
      }
    }
    return uses;
  }

  /// @param text for a person
  static Optional<Use> to(String address, Ways ways, Use.Kind kind, String text) {
    return IpAddress.parse(address).flatMap(ways::to).map(name -> new Use(name, kind, text));
  }
}
