package dev.unhang.diagnose.message;

import java.util.Set;

/// Names of network drivers whose messages are read.
final class Drivers {
  private static final Set<String> KNOWN =
      Set.of(
          "e1000",
          "e1000e",
          "igb",
          "igbvf",
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
          "ena");

  private Drivers() {}

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }
}
