package dev.unhang.linux.rtnetlink;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.model.net.LinkDetails;
import java.util.List;
import java.util.Optional;

/// What the drivers of bridges, bonds and VLANs tell of their interfaces.
///
/// Kernel: net/bridge/br_netlink.c, br_fill_info(); net/8021q/vlan_netlink.c, vlan_fill_info();
/// drivers/net/bonding/bond_netlink.c, bond_fill_info() (v6.1)
final class LinkDetailsReader {
  static final int IFLA_INFO_KIND = 1;
  static final int IFLA_INFO_DATA = 2;
  static final int IFLA_VLAN_ID = 1;
  static final int IFLA_BR_VLAN_FILTERING = 7;
  static final int IFLA_BOND_MODE = 1;
  static final int IFLA_BOND_ACTIVE_SLAVE = 2;
  static final int IFLA_BOND_MIIMON = 3;
  static final int IFLA_BOND_ARP_INTERVAL = 7;

  /// The kernel numbers them in this order. Kernel: include/uapi/linux/if_bonding.h,
  /// BOND_MODE_ROUNDROBIN and on (v6.1)
  private static final List<String> BOND_MODES =
      List.of(
          "balance-rr",
          "active-backup",
          "balance-xor",
          "broadcast",
          "802.3ad",
          "balance-tlb",
          "balance-alb");

  private LinkDetailsReader() {}

  /// @param info `IFLA_LINKINFO`
  /// @return empty for other kinds, and where the kernel left out what makes the details
  static Optional<LinkDetails> read(AttributeReader info) throws BrokenAnswer {
    Optional<String> kind = info.find(IFLA_INFO_KIND).map(Attribute::text);
    Optional<Attribute> data = info.find(IFLA_INFO_DATA);
    if (kind.isEmpty() || data.isEmpty()) {
      return Optional.empty();
    }
    return switch (kind.get()) {
      case "bridge" -> bridge(data.get().nested());
      case "vlan" -> vlan(data.get().nested());
      case "bond" -> bond(data.get().nested());
      default -> Optional.empty();
    };
  }

  private static Optional<LinkDetails> bridge(AttributeReader data) throws BrokenAnswer {
    Optional<Attribute> filtering = data.find(IFLA_BR_VLAN_FILTERING);
    return filtering.isPresent()
        ? Optional.of(new LinkDetails.Bridge(filtering.get().u8() != 0))
        : Optional.empty();
  }

  private static Optional<LinkDetails> vlan(AttributeReader data) throws BrokenAnswer {
    Optional<Attribute> id = data.find(IFLA_VLAN_ID);
    return id.isPresent() ? Optional.of(new LinkDetails.Vlan(id.get().u16())) : Optional.empty();
  }

  private static Optional<LinkDetails> bond(AttributeReader data) throws BrokenAnswer {
    Optional<Attribute> mode = data.find(IFLA_BOND_MODE);
    Optional<Attribute> miimon = data.find(IFLA_BOND_MIIMON);
    Optional<Attribute> arp = data.find(IFLA_BOND_ARP_INTERVAL);
    Optional<Attribute> active = data.find(IFLA_BOND_ACTIVE_SLAVE);
    if (mode.isEmpty() || miimon.isEmpty() || arp.isEmpty()) {
      return Optional.empty();
    }
    int number = mode.get().u8();
    return Optional.of(
        new LinkDetails.Bond(
            number < BOND_MODES.size() ? BOND_MODES.get(number) : "mode " + number,
            active.isPresent() ? Optional.of(active.get().u32()) : Optional.empty(),
            miimon.get().u32(),
            arp.get().u32()));
  }
}
