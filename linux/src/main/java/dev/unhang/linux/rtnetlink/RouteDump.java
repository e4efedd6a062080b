package dev.unhang.linux.rtnetlink;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.Datagrams;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.net.Route;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The unicast routes of the main table. Those of other tables and kinds are left out, and IPv4's
/// next hop objects, which only say their number.
///
/// Kernel: net/ipv4/fib_semantics.c, fib_dump_info(); net/ipv6/route.c, rt6_fill_node() (v6.1)
public final class RouteDump {
  /// `RTM_NEWROUTE`.
  static final int NEW_ROUTE = 24;

  /// `RTM_GETROUTE`.
  static final int GET_ROUTE = 26;

  /// `struct rtmsg { u8 family; u8 dst_len; u8 src_len; u8 tos; u8 table; u8 protocol; u8 scope; u8
  /// type; u32 flags; };`
  static final int HEADER_BYTES = 12;

  /// `struct rtnexthop { u16 len; u8 flags; u8 hops; s32 ifindex; };`
  static final int HOP_BYTES = 8;

  static final int RT_TABLE_MAIN = 254;
  static final int RTN_UNICAST = 1;
  static final int RTA_DST = 1;
  static final int RTA_OIF = 4;
  static final int RTA_GATEWAY = 5;
  static final int RTA_PRIORITY = 6;
  static final int RTA_MULTIPATH = 9;
  static final int RTA_TABLE = 15;

  private static final int PREFIX_AT = 1;
  private static final int TABLE_AT = 4;
  private static final int TYPE_AT = 7;
  private static final int HOP_INDEX_AT = 4;

  private RouteDump() {}

  /// Asks over a wire of the protocol ROUTE.
  public static List<Route> ask(Datagrams wire) throws KernelFailure {
    List<Route> routes = new ArrayList<>();
    for (byte[] payload : Dump.ask(wire, "RTM_GETROUTE", GET_ROUTE, NEW_ROUTE, HEADER_BYTES)) {
      boolean ip = payload[0] == AddressDump.AF_INET || payload[0] == AddressDump.AF_INET6;
      if (ip && payload[TYPE_AT] == RTN_UNICAST) {
        read(payload, routes);
      }
    }
    return routes;
  }

  private static void read(byte[] payload, List<Route> routes) throws BrokenAnswer {
    AttributeReader told = AttributeReader.of(payload, HEADER_BYTES);
    Optional<Attribute> table = told.find(RTA_TABLE);
    long number =
        table.isPresent() ? table.get().unsigned32() : Byte.toUnsignedInt(payload[TABLE_AT]);
    if (number != RT_TABLE_MAIN) {
      return;
    }
    int length = payload[0] == AddressDump.AF_INET ? IpAddress.IPV4_BYTES : IpAddress.IPV6_BYTES;
    Optional<Attribute> destination = told.find(RTA_DST);
    IpAddress network =
        destination.isPresent()
            ? address(destination.get(), length)
            : IpAddress.of(new byte[length]);
    int prefix = Byte.toUnsignedInt(payload[PREFIX_AT]);
    Optional<Attribute> priority = told.find(RTA_PRIORITY);
    long metric = priority.isPresent() ? priority.get().unsigned32() : 0;
    Optional<Attribute> interfaceIndex = told.find(RTA_OIF);
    if (interfaceIndex.isPresent()) {
      int index = interfaceIndex.get().u32();
      routes.add(new Route(network, prefix, index, gateway(told, length), metric));
    }
    Optional<Attribute> hops = told.find(RTA_MULTIPATH);
    if (hops.isPresent()) {
      byte[] bytes = hops.get().bytes();
      for (int at = 0; at < bytes.length; ) {
        byte[] hop = hop(bytes, at);
        int index = host(hop).getInt(HOP_INDEX_AT);
        AttributeReader ways = AttributeReader.of(hop, HOP_BYTES);
        routes.add(new Route(network, prefix, index, gateway(ways, length), metric));
        at += hop.length + 3 & ~3;
      }
    }
  }

  private static byte[] hop(byte[] hops, int at) throws BrokenAnswer {
    int left = hops.length - at;
    int length = left < HOP_BYTES ? 0 : Short.toUnsignedInt(host(hops).getShort(at));
    if (length < HOP_BYTES || length > left) {
      throw new BrokenAnswer("a next hop of " + length + " bytes where " + left + " are left");
    }
    return Arrays.copyOfRange(hops, at, at + length);
  }

  private static ByteBuffer host(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }

  private static Optional<IpAddress> gateway(AttributeReader told, int length) throws BrokenAnswer {
    Optional<Attribute> gateway = told.find(RTA_GATEWAY);
    return gateway.isPresent() ? Optional.of(address(gateway.get(), length)) : Optional.empty();
  }

  private static IpAddress address(Attribute attribute, int length) throws BrokenAnswer {
    if (attribute.size() != length) {
      throw new BrokenAnswer("an address of " + attribute.size() + " bytes instead of " + length);
    }
    return IpAddress.of(attribute.bytes());
  }
}
