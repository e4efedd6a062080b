package dev.unhang.hosts.outputs;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.IpAddress;
import java.util.Optional;

/// A route as `ip route` prints it, which names interfaces and not their indexes.
///
/// @param destination the network; the family's zero address for the default route
/// @param prefixLength bits; 0 for the default route
/// @param nic it leaves by
/// @param gateway empty where the network is on the link itself
/// @param metric 0 where none is printed
///
///   Man: ip-route(8)
public record PastedRoute(
    IpAddress destination,
    int prefixLength,
    InterfaceName nic,
    Optional<IpAddress> gateway,
    long metric) {}
