package dev.unhang.linux.rtnetlink;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.Datagrams;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkFlag;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Every interface of the network namespace.
///
/// Kernel: net/core/rtnetlink.c, rtnl_fill_ifinfo(); include/uapi/linux/if_link.h (v6.1)
public final class LinkDump {
  /// `RTM_NEWLINK`.
  static final int NEW_LINK = 16;

  /// `RTM_GETLINK`.
  static final int GET_LINK = 18;

  /// `struct ifinfomsg { __u8 ifi_family; __u8 pad; __u16 ifi_type; __s32 ifi_index; __u32
  /// ifi_flags; __u32 ifi_change; };`
  static final int HEADER_BYTES = 16;

  private static final int INDEX_AT = 4;
  private static final int FLAGS_AT = 8;

  static final int IFLA_ADDRESS = 1;
  static final int IFLA_IFNAME = 3;
  static final int IFLA_MTU = 4;
  static final int IFLA_LINK = 5;
  static final int IFLA_QDISC = 6;
  static final int IFLA_MASTER = 10;
  static final int IFLA_OPERSTATE = 16;
  static final int IFLA_LINKINFO = 18;
  static final int IFLA_STATS64 = 23;
  static final int IFLA_NUM_TX_QUEUES = 31;
  static final int IFLA_NUM_RX_QUEUES = 32;
  static final int IFLA_CARRIER = 33;
  static final int IFLA_CARRIER_CHANGES = 35;
  static final int IFLA_LINK_NETNSID = 37;
  static final int IFLA_PROP_LIST = 52;
  static final int IFLA_ALT_IFNAME = 53;
  static final int IFLA_PERM_ADDRESS = 54;
  static final int IFLA_PARENT_DEV_NAME = 56;
  static final int IFLA_PARENT_DEV_BUS_NAME = 57;

  /// Kernel: include/uapi/linux/if.h, IF_OPER_UNKNOWN and on (v6.1)
  private static final List<String> OPERATIONAL =
      List.of("UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT", "UP");

  private LinkDump() {}

  /// Asks over a wire of the protocol ROUTE. An interface whose name is no UTF-8 is left out: no
  /// name here could lead to it.
  public static List<Link> ask(Datagrams wire) throws KernelFailure {
    List<Link> links = new ArrayList<>();
    for (byte[] payload : Dump.ask(wire, "RTM_GETLINK", GET_LINK, NEW_LINK, HEADER_BYTES)) {
      read(payload).ifPresent(links::add);
    }
    return links;
  }

  private static Optional<Link> read(byte[] payload) throws BrokenAnswer {
    ByteBuffer header = ByteBuffer.wrap(payload).order(ByteOrder.nativeOrder());
    AttributeReader told = AttributeReader.of(payload, HEADER_BYTES);
    Optional<InterfaceName> name =
        InterfaceName.parse(told.need(IFLA_IFNAME, "IFLA_IFNAME").text());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Link(
            header.getInt(INDEX_AT),
            name.get(),
            alternativeNames(told),
            hardware(told),
            state(told, header.getInt(FLAGS_AT)),
            stacking(told),
            LinkCounters.read(told.find(IFLA_STATS64))));
  }

  private static List<String> alternativeNames(AttributeReader told) throws BrokenAnswer {
    Optional<Attribute> list = told.find(IFLA_PROP_LIST);
    List<String> names = new ArrayList<>();
    if (list.isPresent()) {
      for (Attribute one : list.get().nested().all()) {
        if (one.type() == IFLA_ALT_IFNAME) {
          names.add(one.text());
        }
      }
    }
    return names;
  }

  private static Link.Hardware hardware(AttributeReader told) throws BrokenAnswer {
    return new Link.Hardware(
        told.find(IFLA_ADDRESS).map(LinkDump::address),
        told.find(IFLA_PERM_ADDRESS).map(LinkDump::address),
        told.find(IFLA_PARENT_DEV_BUS_NAME).map(Attribute::text),
        told.find(IFLA_PARENT_DEV_NAME).map(Attribute::text),
        number(told, IFLA_NUM_TX_QUEUES),
        number(told, IFLA_NUM_RX_QUEUES));
  }

  private static String address(Attribute attribute) {
    return HexFormat.ofDelimiter(":").formatHex(attribute.bytes());
  }

  private static Link.State state(AttributeReader told, int flags) throws BrokenAnswer {
    Optional<Attribute> operational = told.find(IFLA_OPERSTATE);
    Optional<Attribute> carrier = told.find(IFLA_CARRIER);
    Optional<Attribute> changes = told.find(IFLA_CARRIER_CHANGES);
    return new Link.State(
        LinkFlag.of(flags),
        operational.isPresent() ? Optional.of(word(operational.get().u8())) : Optional.empty(),
        number(told, IFLA_MTU),
        carrier.isPresent() ? Optional.of(carrier.get().u8() != 0) : Optional.empty(),
        changes.isPresent() ? Optional.of(changes.get().unsigned32()) : Optional.empty(),
        told.find(IFLA_QDISC).map(Attribute::text));
  }

  private static String word(int operational) {
    return operational < OPERATIONAL.size() ? OPERATIONAL.get(operational) : "state " + operational;
  }

  private static Link.Stacking stacking(AttributeReader told) throws BrokenAnswer {
    Optional<Attribute> info = told.find(IFLA_LINKINFO);
    AttributeReader kind = info.isPresent() ? info.get().nested() : AttributeReader.EMPTY;
    return new Link.Stacking(
        kind.find(LinkDetailsReader.IFLA_INFO_KIND).map(Attribute::text),
        number(told, IFLA_MASTER),
        number(told, IFLA_LINK),
        told.has(IFLA_LINK_NETNSID),
        LinkDetailsReader.read(kind));
  }

  private static Optional<Integer> number(AttributeReader told, int type) throws BrokenAnswer {
    Optional<Attribute> attribute = told.find(type);
    return attribute.isPresent() ? Optional.of(attribute.get().u32()) : Optional.empty();
  }
}
