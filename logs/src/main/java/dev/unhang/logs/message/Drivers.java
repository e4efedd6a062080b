package dev.unhang.logs.message;

import java.util.Set;
import java.util.stream.Stream;

/// Names of network drivers whose messages are read.
final class Drivers {
  private static final Set<String> KNOWN =
      Set.of(
          "e1000",
          "e1000e",
          "igb",
          "igc",
          "ixgbe",
          "ixgbevf",
          "i40e",
          "iavf",
          "ice",
          "r8169",
          "r8168",
          "r8125",
          "tg3",
          "bnx2",
          "bnx2x",
          "bnxt_en",
          "mlx4_en",
          "mlx5_core",
          "atlantic",
          "sky2",
          "forcedeth",
          "alx",
          "jme",
          "stmmac",
          "virtio_net",
          "vmxnet3",
          "ena",
          "asix",
          "ax88179_178a",
          "r8152",
          "r8101",
          "r8126",
          "r8127",
          "atl1",
          "atl1c",
          "atl1e",
          "skge",
          "e100",
          "8139too",
          "8139cp",
          "via_rhine",
          "via_velocity",
          "be2net",
          "cxgb4",
          "qede",
          "sfc",
          "enic",
          "fm10k",
          "igbvf",
          "fec",
          "macb",
          "mvneta",
          "st_gmac",
          "bcmgenet",
          "lan743x",
          "lan78xx",
          "smsc95xx",
          "ngbe",
          "txgbe");

  private Drivers() {}

  /// All of them, in order.
  static Stream<String> names() {
    return KNOWN.stream().sorted();
  }

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }
}
