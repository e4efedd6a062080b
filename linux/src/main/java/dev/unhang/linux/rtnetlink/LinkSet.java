package dev.unhang.linux.rtnetlink;

import dev.unhang.linux.netlink.AttributeWriter;
import dev.unhang.linux.netlink.Datagrams;
import dev.unhang.linux.netlink.Exchange;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Changes one interface. Needs CAP_NET_ADMIN in its network namespace; takes rtnl.
///
/// Kernel: net/core/rtnetlink.c, rtnl_setlink(), do_setlink() (v6.1)
public final class LinkSet {
  /// `RTM_SETLINK`.
  static final int SET_LINK = 19;

  /// `IFF_UP`.
  private static final int UP = 1;

  private static final int FLAGS_AT = 8;
  private static final int CHANGE_AT = 12;

  private LinkSet() {}

  /// Up or down.
  public static void up(Datagrams wire, InterfaceName nic, boolean up) throws KernelFailure {
    byte[] header = header();
    ByteBuffer.wrap(header)
        .order(ByteOrder.nativeOrder())
        .putInt(FLAGS_AT, up ? UP : 0)
        .putInt(CHANGE_AT, UP);
    order(wire, header, named(nic));
  }

  /// The longest packet.
  public static void mtu(Datagrams wire, InterfaceName nic, int bytes) throws KernelFailure {
    order(wire, header(), named(nic).u32(LinkDump.IFLA_MTU, bytes));
  }

  /// Its bridge or bond.
  ///
  /// @param master the index of it; 0 for none
  public static void master(Datagrams wire, InterfaceName nic, int master) throws KernelFailure {
    order(wire, header(), named(nic).u32(LinkDump.IFLA_MASTER, master));
  }

  /// All zero: the name tells which interface is meant.
  private static byte[] header() {
    return new byte[LinkDump.HEADER_BYTES];
  }

  private static AttributeWriter named(InterfaceName nic) {
    return new AttributeWriter().text(LinkDump.IFLA_IFNAME, nic.value());
  }

  private static void order(Datagrams wire, byte[] header, AttributeWriter attributes)
      throws KernelFailure {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes(header);
    payload.writeBytes(attributes.bytes());
    new Exchange(wire).ask("RTM_SETLINK", SET_LINK, 0, payload.toByteArray());
  }
}
