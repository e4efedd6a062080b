package dev.unhang.sim;

import dev.unhang.model.facts.Offload;
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
