package dev.unhang.model.net;

import dev.unhang.model.id.IpAddress;
import java.util.Optional;

/// A unicast route of the main table; one with several next hops is as many routes.
///
/// @param destination the network; the family's zero address for the default route
/// @param prefixLength bits; 0 for the default route
/// @param index of the interface it leaves by
/// @param gateway empty where the network is on the link itself
/// @param metric the lowest wins among equal prefixes
///
///   Kernel: net/ipv4/fib_semantics.c, fib_dump_info(); net/ipv6/route.c, rt6_fill_node() (v6.1).
///   Man: ip-route(8)
public record Route(
    IpAddress destination, int prefixLength, int index, Optional<IpAddress> gateway, long metric) {
  /// Whether it takes whatever no other route takes.
  public boolean isDefault() {
    return prefixLength == 0;
  }
}
