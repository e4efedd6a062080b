package dev.unhang.linux.rtnetlink;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.Datagrams;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.net.InterfaceAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// IPv4 and IPv6 addresses of every interface of the network namespace.
///
/// Kernel: net/ipv4/devinet.c, inet_fill_ifaddr(); net/ipv6/addrconf.c, inet6_fill_ifaddr() (v6.1)
public final class AddressDump {
  /// `RTM_NEWADDR`.
  static final int NEW_ADDRESS = 20;

  /// `RTM_GETADDR`.
  static final int GET_ADDRESS = 22;

  /// `struct ifaddrmsg { __u8 ifa_family; __u8 ifa_prefixlen; __u8 ifa_flags; __u8 ifa_scope; __u32
  /// ifa_index; };`
  static final int HEADER_BYTES = 8;

  private static final int PREFIX_AT = 1;
  private static final int SCOPE_AT = 3;
  private static final int INDEX_AT = 4;

  static final int AF_INET = 2;
  static final int AF_INET6 = 10;

  /// The interface's own address, or on a point-to-point link the partner's.
  static final int IFA_ADDRESS = 1;

  /// The interface's own address; IPv6 sends it on point-to-point links only.
  static final int IFA_LOCAL = 2;

  private AddressDump() {}

  /// Asks over a wire of the protocol ROUTE. Addresses of other families are left out.
  public static List<InterfaceAddress> ask(Datagrams wire) throws KernelFailure {
    List<InterfaceAddress> addresses = new ArrayList<>();
    for (byte[] payload : Dump.ask(wire, "RTM_GETADDR", GET_ADDRESS, NEW_ADDRESS, HEADER_BYTES)) {
      if (payload[0] == AF_INET || payload[0] == AF_INET6) {
        addresses.add(read(payload));
      }
    }
    return addresses;
  }

  private static InterfaceAddress read(byte[] payload) throws BrokenAnswer {
    AttributeReader told = AttributeReader.of(payload, HEADER_BYTES);
    Optional<Attribute> local = told.find(IFA_LOCAL);
    Attribute own = local.isPresent() ? local.get() : told.need(IFA_ADDRESS, "IFA_ADDRESS");
    int length = payload[0] == AF_INET ? IpAddress.IPV4_BYTES : IpAddress.IPV6_BYTES;
    if (own.size() != length) {
      throw new BrokenAnswer("an address of " + own.size() + " bytes instead of " + length);
    }
    return new InterfaceAddress(
        ByteBuffer.wrap(payload).order(ByteOrder.nativeOrder()).getInt(INDEX_AT),
        IpAddress.of(own.bytes()).toString(),
        Byte.toUnsignedInt(payload[PREFIX_AT]),
        scope(Byte.toUnsignedInt(payload[SCOPE_AT])));
  }

  /// Kernel: include/uapi/linux/rtnetlink.h, enum rt_scope_t (v6.1)
  private static String scope(int number) {
    return switch (number) {
      case 0 -> "global";
      case 200 -> "site";
      case 253 -> "link";
      case 254 -> "host";
      default -> String.valueOf(number);
    };
  }
}
