package dev.unhang.hosts.outputs;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.IpAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A route while its words are read. Kinds that lead nowhere, and those of other tables than main,
/// are no routes here.
///
/// Man: ip-route(8)
final class RouteDraft {
  private static final String DEFAULT = "default";

  /// Kinds that iproute2 prints before the destination.
  static final List<String> OTHER_KINDS =
      List.of(
          "unreachable",
          "blackhole",
          "prohibit",
          "throw",
          "local",
          "broadcast",
          "anycast",
          "multicast",
          "nat");

  final String destination;
  @Nullable String gateway;
  @Nullable String nic;
  @Nullable String metric;
  @Nullable String table;
  boolean isIpv6;

  /// Whether the gateway is of the other family, as IPv4 routes by IPv6 neighbours are.
  boolean crosses;

  RouteDraft(String destination) {
    this.destination = destination;
  }

  /// A way.
  ///
  /// @param crosses whether the gateway is of the other family
  record Hop(@Nullable String gateway, @Nullable String nic, boolean crosses) {
    static final Hop NONE = new Hop(null, null, false);
  }

  /// The same by another way.
  RouteDraft by(Hop hop) {
    RouteDraft other = new RouteDraft(destination);
    other.gateway = hop.gateway();
    other.nic = hop.nic();
    other.crosses = hop.crosses();
    other.metric = metric;
    other.table = table;
    other.isIpv6 = isIpv6;
    return other;
  }

  /// Whether it is of the table that decides.
  boolean isOfMain() {
    return table == null || table.equals("main") || table.equals("254");
  }

  /// Whether a word can be a destination.
  static boolean isDestination(String word) {
    return word.equals(DEFAULT) || parts(word).isPresent();
  }

  private record Network(IpAddress address, int length) {}

  private static Optional<Network> parts(String word) {
    String[] parts = word.split("/", 2);
    Optional<IpAddress> address = IpAddress.parse(parts[0]);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int bits = address.get().isIpv4() ? 32 : 128;
    Optional<Integer> length =
        parts.length == 1 ? Optional.of(bits) : Numbers.small(parts[1]).filter(all -> all <= bits);
    return length.map(known -> new Network(address.get(), known));
  }

  /// The route; empty where a part of it is missing or makes no sense.
  Optional<PastedRoute> route() {
    Optional<InterfaceName> by = Optional.ofNullable(nic).flatMap(InterfaceName::parse);
    Optional<IpAddress> way = Optional.ofNullable(gateway).flatMap(IpAddress::parse);
    Optional<Long> cost = metric == null ? Optional.of(0L) : Numbers.decimal(metric);
    Optional<Network> network =
        destination.equals(DEFAULT) ? Optional.of(everywhere(way)) : parts(destination);
    boolean isWhole =
        by.isPresent()
            && cost.isPresent()
            && network.isPresent()
            && way.isPresent() == (gateway != null);
    return isWhole
        ? Optional.of(
            new PastedRoute(
                network.get().address(), network.get().length(), by.get(), way, cost.get()))
        : Optional.empty();
  }

  /// `default` names no family: the gateway has one, which is named where it is the other one, and
  /// only IPv6 has preferences.
  private Network everywhere(Optional<IpAddress> way) {
    boolean ipv6 = isIpv6 || way.isPresent() && way.get().isIpv4() == crosses;
    return new Network(
        IpAddress.of(new byte[ipv6 ? IpAddress.IPV6_BYTES : IpAddress.IPV4_BYTES]), 0);
  }
}
