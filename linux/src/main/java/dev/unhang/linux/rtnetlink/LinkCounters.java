package dev.unhang.linux.rtnetlink;

import dev.unhang.linux.netlink.Attribute;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.model.net.Counter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an interface counted.
///
/// Kernel: include/uapi/linux/if_link.h, struct rtnl_link_stats64 (v6.12), which grows at its end:
/// 6.0 has one counter more than 5.15
final class LinkCounters {
  private static final List<String> NAMES =
      List.of(
          "rx_packets",
          "tx_packets",
          "rx_bytes",
          "tx_bytes",
          "rx_errors",
          "tx_errors",
          "rx_dropped",
          "tx_dropped",
          "multicast",
          "collisions",
          "rx_length_errors",
          "rx_over_errors",
          "rx_crc_errors",
          "rx_frame_errors",
          "rx_fifo_errors",
          "rx_missed_errors",
          "tx_aborted_errors",
          "tx_carrier_errors",
          "tx_fifo_errors",
          "tx_heartbeat_errors",
          "tx_window_errors",
          "rx_compressed",
          "tx_compressed",
          "rx_nohandler",
          "rx_otherhost_dropped");

  private LinkCounters() {}

  /// Those that the kernel sent and that have a name here.
  static List<Counter> read(Optional<Attribute> stats) throws BrokenAnswer {
    if (stats.isEmpty()) {
      return List.of();
    }
    if (stats.get().size() % Long.BYTES != 0) {
      throw new BrokenAnswer("counters of 8 bytes in " + stats.get().size() + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.wrap(stats.get().bytes()).order(ByteOrder.nativeOrder());
    List<Counter> counters = new ArrayList<>();
    while (bytes.hasRemaining() && counters.size() < NAMES.size()) {
      counters.add(new Counter(NAMES.get(counters.size()), bytes.getLong()));
    }
    return counters;
  }
}
