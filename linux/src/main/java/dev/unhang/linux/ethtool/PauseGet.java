package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Pause;

/// Whether pause frames are sent and heeded. Needs no privilege.
///
/// Kernel: net/ethtool/pause.c, pause_fill_reply() (v6.1)
public final class PauseGet {
  /// `ETHTOOL_MSG_PAUSE_GET`.
  static final int COMMAND = 21;

  /// `ETHTOOL_A_PAUSE_AUTONEG`.
  static final int AUTONEGOTIATION = 2;

  /// `ETHTOOL_A_PAUSE_RX`.
  static final int RX = 3;

  /// `ETHTOOL_A_PAUSE_TX`.
  static final int TX = 4;

  private PauseGet() {}

  /// Asks.
  public static Pause ask(EthtoolFamily family, InterfaceName nic) throws KernelFailure {
    AttributeReader answer = family.ask("ETHTOOL_MSG_PAUSE_GET", COMMAND, EthtoolFamily.about(nic));
    return new Pause(
        Switch.need(answer, AUTONEGOTIATION, "ETHTOOL_A_PAUSE_AUTONEG"),
        Switch.need(answer, RX, "ETHTOOL_A_PAUSE_RX"),
        Switch.need(answer, TX, "ETHTOOL_A_PAUSE_TX"));
  }
}
