package dev.unhang.model.net;

import java.util.List;

/// A number that a driver can be told.
///
/// @param name ethtool's, `rx-usecs`
/// @param value in the unit that the name says; switches are 0 and 1
public record Parameter(String name, long value) {
  /// Those of `ethtool -C`, in the order of the kernel's numbers for them.
  ///
  /// Kernel: include/uapi/linux/ethtool_netlink.h, ETHTOOL_A_COALESCE_RX_USECS (v6.1). Man:
  /// ethtool(8), "-C --coalesce"
  public static final List<String> COALESCING =
      List.of(
          "rx-usecs",
          "rx-frames",
          "rx-usecs-irq",
          "rx-frames-irq",
          "tx-usecs",
          "tx-frames",
          "tx-usecs-irq",
          "tx-frames-irq",
          "stats-block-usecs",
          "adaptive-rx",
          "adaptive-tx",
          "pkt-rate-low",
          "rx-usecs-low",
          "rx-frames-low",
          "tx-usecs-low",
          "tx-frames-low",
          "pkt-rate-high",
          "rx-usecs-high",
          "rx-frames-high",
          "tx-usecs-high",
          "tx-frames-high",
          "sample-interval",
          "cqe-mode-tx",
          "cqe-mode-rx");
}
