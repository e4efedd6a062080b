package dev.unhang.sim;

import dev.unhang.model.net.Offload;
import java.util.ArrayList;
import java.util.List;

/// The features of an e1000e with an I217, as a 6.x kernel lists them.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_probe() (v6.1). Seen: the lab's guest,
/// whose 82574 has the same switches
final class SimFeatures {
  private SimFeatures() {}

  static List<Offload> ofE1000e() {
    return List.of(
        on("tx-scatter-gather"),
        fixed("tx-checksum-ipv4"),
        on("tx-checksum-ip-generic"),
        fixed("tx-checksum-ipv6"),
        new Offload("highdma", true, true, false),
        fixed("tx-scatter-gather-fraglist"),
        on("tx-vlan-hw-insert"),
        on("rx-vlan-hw-parse"),
        fixed("rx-vlan-filter"),
        on("tx-generic-segmentation"),
        on("rx-gro"),
        fixed("rx-lro"),
        on("tx-tcp-segmentation"),
        fixed("tx-tcp-ecn-segmentation"),
        off("tx-tcp-mangleid-segmentation"),
        on("tx-tcp6-segmentation"),
        fixed("tx-udp-segmentation"),
        fixed("rx-ntuple-filter"),
        on("rx-hashing"),
        on("rx-checksum"),
        off("rx-fcs"),
        off("rx-all"));
  }

  /// What is in force of what is wanted. VLAN tagging on sending follows that on receiving;
  /// segmentation needs checksums and scattered packets.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_fix_features(); net/core/dev.c,
  /// netdev_fix_features() (v6.1)
  static List<Offload> granted(List<Offload> wanted) {
    List<Offload> granted = new ArrayList<>();
    for (Offload offload : wanted) {
      boolean on = offload.changeable() ? mayBeOn(offload, wanted) : offload.active();
      granted.add(new Offload(offload.name(), on, offload.wanted(), offload.changeable()));
    }
    return granted;
  }

  private static boolean mayBeOn(Offload offload, List<Offload> wanted) {
    if (offload.name().equals("tx-vlan-hw-insert")) {
      return isWanted("rx-vlan-hw-parse", wanted);
    }
    boolean cutsSegments = offload.name().startsWith("tx-tcp");
    boolean scatters = cutsSegments || offload.name().equals("tx-generic-segmentation");
    return offload.wanted()
        && (!scatters || isWanted("tx-scatter-gather", wanted))
        && (!cutsSegments || isWanted("tx-checksum-ip-generic", wanted));
  }

  private static boolean isWanted(String name, List<Offload> wanted) {
    return wanted.stream().anyMatch(each -> each.name().equals(name) && each.wanted());
  }

  private static Offload on(String name) {
    return new Offload(name, true, true, true);
  }

  private static Offload off(String name) {
    return new Offload(name, false, false, true);
  }

  private static Offload fixed(String name) {
    return new Offload(name, false, false, false);
  }
}
