package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.LinkPort;
import java.util.Optional;

/// What the cable is plugged into. Needs no privilege.
///
/// Kernel: net/ethtool/linkinfo.c, linkinfo_fill_reply() (v6.1)
public final class LinkInfoGet {
  /// `ETHTOOL_MSG_LINKINFO_GET`.
  static final int COMMAND = 2;

  /// `ETHTOOL_A_LINKINFO_PORT`.
  static final int PORT = 2;

  /// `ETHTOOL_A_LINKINFO_PHYADDR`.
  static final int PHY_ADDRESS = 3;

  /// `ETHTOOL_A_LINKINFO_TP_MDIX`.
  static final int CROSSED = 4;

  /// `ETHTOOL_A_LINKINFO_TP_MDIX_CTRL`.
  static final int CROSSING = 5;

  /// `ETHTOOL_A_LINKINFO_TRANSCEIVER`.
  static final int TRANSCEIVER = 6;

  private LinkInfoGet() {}

  /// Asks.
  public static LinkPort ask(EthtoolFamily family, InterfaceName nic) throws KernelFailure {
    AttributeReader answer =
        family.ask("ETHTOOL_MSG_LINKINFO_GET", COMMAND, EthtoolFamily.about(nic));
    return new LinkPort(
        connector(answer.need(PORT, "ETHTOOL_A_LINKINFO_PORT").u8()),
        answer.need(PHY_ADDRESS, "ETHTOOL_A_LINKINFO_PHYADDR").u8(),
        number(answer, CROSSED).flatMap(LinkInfoGet::crossed),
        number(answer, CROSSING).flatMap(LinkInfoGet::crossing),
        transceiver(answer.need(TRANSCEIVER, "ETHTOOL_A_LINKINFO_TRANSCEIVER").u8()));
  }

  private static Optional<Integer> number(AttributeReader answer, int type) throws BrokenAnswer {
    Optional<Attribute> found = answer.find(type);
    return found.isPresent() ? Optional.of(found.get().u8()) : Optional.empty();
  }

  /// Kernel: include/uapi/linux/ethtool.h, PORT_TP and on (v6.1)
  private static String connector(int port) {
    return switch (port) {
      case 0 -> "twisted pair";
      case 1 -> "AUI";
      case 2 -> "MII";
      case 3 -> "fibre";
      case 4 -> "BNC";
      case 5 -> "direct attach copper";
      case 0xef -> "none";
      case 0xff -> "other";
      default -> "port type " + port;
    };
  }

  /// Kernel: include/uapi/linux/ethtool.h, ETH_TP_MDI and on (v6.1)
  private static Optional<Boolean> crossed(int state) {
    return switch (state) {
      case 1 -> Optional.of(false);
      case 2 -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  private static Optional<String> crossing(int control) {
    return switch (control) {
      case 1 -> Optional.of("off");
      case 2 -> Optional.of("on");
      case 3 -> Optional.of("auto");
      default -> Optional.empty();
    };
  }

  /// Kernel: include/uapi/linux/ethtool.h, XCVR_INTERNAL and on (v6.1)
  private static String transceiver(int kind) {
    return switch (kind) {
      case 0 -> "internal";
      case 1 -> "external";
      default -> "kind " + kind;
    };
  }
}
