package dev.unhang.linux.ethtool;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.LinkModes;
import java.util.List;
import java.util.Optional;

/// What both partners of a link can do. Needs no privilege.
///
/// Kernel: net/ethtool/linkmodes.c, linkmodes_fill_reply() (v6.1)
public final class LinkModesGet {
  /// `ETHTOOL_MSG_LINKMODES_GET`.
  static final int COMMAND = 4;

  /// `ETHTOOL_A_LINKMODES_AUTONEG`.
  static final int AUTONEGOTIATION = 2;

  /// `ETHTOOL_A_LINKMODES_OURS`: its mask is what is supported, its value what is advertised.
  static final int OURS = 3;

  /// `ETHTOOL_A_LINKMODES_PEER`.
  static final int PEER = 4;

  /// `ETHTOOL_A_LINKMODES_SPEED`, in Mb/s.
  static final int SPEED = 5;

  /// `ETHTOOL_A_LINKMODES_DUPLEX`.
  static final int DUPLEX = 6;

  /// `SPEED_UNKNOWN`.
  private static final long UNKNOWN_SPEED = 0xffff_ffffL;

  private LinkModesGet() {}

  /// Asks.
  public static LinkModes ask(EthtoolFamily family, InterfaceName nic) throws KernelFailure {
    AttributeReader answer =
        family.ask("ETHTOOL_MSG_LINKMODES_GET", COMMAND, EthtoolFamily.about(nic));
    Bitset ours = Bitset.read(answer.need(OURS, "ETHTOOL_A_LINKMODES_OURS"));
    Optional<Attribute> peer = answer.find(PEER);
    Optional<List<String>> partner = Optional.empty();
    if (peer.isPresent()) {
      partner = Optional.of(Bitset.read(peer.get()).setNames());
    }
    return new LinkModes(
        Switch.find(answer, AUTONEGOTIATION),
        ours.names(),
        Optional.of(ours.setNames()),
        partner,
        speed(answer),
        duplex(answer));
  }

  private static Optional<Long> speed(AttributeReader answer) throws BrokenAnswer {
    Optional<Attribute> speed = answer.find(SPEED);
    return speed.isPresent()
        ? Optional.of(speed.get().unsigned32()).filter(megabits -> megabits != UNKNOWN_SPEED)
        : Optional.empty();
  }

  private static Optional<String> duplex(AttributeReader answer) throws BrokenAnswer {
    Optional<Attribute> duplex = answer.find(DUPLEX);
    if (duplex.isEmpty()) {
      return Optional.empty();
    }
    return switch (duplex.get().u8()) {
      case 0 -> Optional.of("half");
      case 1 -> Optional.of("full");
      default -> Optional.empty();
    };
  }
}
