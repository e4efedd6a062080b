package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.LinkDetection;
import java.util.Optional;

/// Whether the driver has a link, and if not, why. Needs no privilege.
///
/// Kernel: net/ethtool/linkstate.c, linkstate_fill_reply() (v6.1)
public final class LinkStateGet {
  /// `ETHTOOL_MSG_LINKSTATE_GET`.
  static final int COMMAND = 6;

  /// `ETHTOOL_A_LINKSTATE_LINK`.
  static final int LINK = 2;

  /// `ETHTOOL_A_LINKSTATE_EXT_STATE`.
  static final int EXTENDED_STATE = 5;

  private LinkStateGet() {}

  /// Asks.
  public static LinkDetection ask(EthtoolFamily family, InterfaceName nic) throws KernelFailure {
    AttributeReader answer =
        family.ask("ETHTOOL_MSG_LINKSTATE_GET", COMMAND, EthtoolFamily.about(nic));
    Optional<Attribute> why = answer.find(EXTENDED_STATE);
    return new LinkDetection(
        Switch.need(answer, LINK, "ETHTOOL_A_LINKSTATE_LINK"),
        why.isPresent() ? Optional.of(why.get().u8()) : Optional.empty());
  }
}
