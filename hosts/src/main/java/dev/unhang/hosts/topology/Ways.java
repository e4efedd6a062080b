package dev.unhang.hosts.topology;

import dev.unhang.model.id.IpAddress;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.Route;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Through which interface the host reaches an address, or is reached by one of its own.
final class Ways {
  private final Map<Integer, String> names = new HashMap<>();
  private final List<InterfaceAddress> addresses;
  private final List<Route> routes;

  Ways(List<Link> links, List<InterfaceAddress> addresses, List<Route> routes) {
    for (Link link : links) {
      names.put(link.index(), link.name().value());
    }
    this.addresses = addresses;
    this.routes = routes;
  }

  /// The interface that has an address.
  Optional<String> owner(IpAddress address) {
    return addresses.stream()
        .filter(each -> IpAddress.parse(each.address()).filter(address::equals).isPresent())
        .findFirst()
        .flatMap(each -> name(each.index()));
  }

  /// The interface that packets to an address leave by: of the routes that hold it the narrowest,
  /// of those the one with the lowest metric.
  ///
  /// Kernel: net/ipv4/fib_trie.c, fib_table_lookup() (v6.1)
  Optional<String> to(IpAddress address) {
    return routes.stream()
        .filter(route -> address.isWithin(route.destination(), route.prefixLength()))
        .min(
            Comparator.comparingInt(Route::prefixLength)
                .reversed()
                .thenComparingLong(Route::metric))
        .flatMap(route -> name(route.index()));
  }

  /// The interface of an index.
  Optional<String> name(int index) {
    return Optional.ofNullable(names.get(index));
  }
}
