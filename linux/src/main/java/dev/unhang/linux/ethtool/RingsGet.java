package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Rings;
import java.util.Optional;

/// How long a NIC's rings are. Needs no privilege.
///
/// Kernel: net/ethtool/rings.c, rings_fill_reply() (v6.1)
public final class RingsGet {
  /// `ETHTOOL_MSG_RINGS_GET`.
  static final int COMMAND = 15;

  /// `ETHTOOL_A_RINGS_RX_MAX`.
  static final int RX_MAX = 2;

  /// `ETHTOOL_A_RINGS_TX_MAX`.
  static final int TX_MAX = 5;

  /// `ETHTOOL_A_RINGS_RX`.
  static final int RX = 6;

  /// `ETHTOOL_A_RINGS_TX`.
  static final int TX = 9;

  private RingsGet() {}

  /// Asks. The kernel leaves out the rings a driver doesn't have.
  public static Rings ask(EthtoolFamily family, InterfaceName nic) throws KernelFailure {
    AttributeReader answer = family.ask("ETHTOOL_MSG_RINGS_GET", COMMAND, EthtoolFamily.about(nic));
    return new Rings(
        number(answer, RX), number(answer, RX_MAX), number(answer, TX), number(answer, TX_MAX));
  }

  private static Optional<Integer> number(AttributeReader answer, int type) throws BrokenAnswer {
    Optional<Attribute> found = answer.find(type);
    return found.isPresent() ? Optional.of(found.get().u32()) : Optional.empty();
  }
}
