package dev.unhang.linux.ioctl;

import dev.unhang.linux.netlink.KernelRefusal;
import dev.unhang.model.id.InterfaceName;

/// Negotiates the link anew, as `ethtool -r` does. Needs CAP_NET_ADMIN in the interface's network
/// namespace; takes rtnl. The family `ethtool` has no message for it.
///
/// Kernel: net/ethtool/ioctl.c, ethtool_nway_reset() (v6.1)
public final class RestartNegotiation {
  /// `ETHTOOL_NWAY_RST`.
  static final int COMMAND = 9;

  private RestartNegotiation() {}

  /// Orders it.
  public static void order(EthtoolIoctl ioctl, InterfaceName nic) throws KernelRefusal {
    ioctl.call("ETHTOOL_NWAY_RST", nic, Struct.command(COMMAND, Integer.BYTES));
  }
}
