package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.WakeOnLan;

/// What wakes the machine. Needs CAP_NET_ADMIN, since the answer may hold a password, which is not
/// read here.
///
/// Kernel: net/ethtool/wol.c, wol_fill_reply() (v6.1)
public final class WolGet {
  /// `ETHTOOL_MSG_WOL_GET`.
  static final int COMMAND = 9;

  /// `ETHTOOL_A_WOL_MODES`: its mask is what is supported, its value what is enabled.
  static final int MODES = 2;

  private WolGet() {}

  /// Asks.
  public static WakeOnLan ask(EthtoolFamily family, InterfaceName nic) throws KernelFailure {
    AttributeReader answer = family.ask("ETHTOOL_MSG_WOL_GET", COMMAND, EthtoolFamily.about(nic));
    Bitset modes = Bitset.read(answer.need(MODES, "ETHTOOL_A_WOL_MODES"));
    return new WakeOnLan(modes.names(), modes.setNames());
  }
}
