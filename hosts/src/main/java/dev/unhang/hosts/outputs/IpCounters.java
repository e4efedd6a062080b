package dev.unhang.hosts.outputs;

import java.util.Map;
import java.util.Optional;

/// The kernel's names of the columns of `ip -s link`.
///
/// Man: ip-link(8). iproute2 ip/ipaddress.c, print_stats64()
final class IpCounters {
  private static final Map<String, String> RX =
      Map.of(
          "bytes", "rx_bytes",
          "packets", "rx_packets",
          "errors", "rx_errors",
          "dropped", "rx_dropped",
          "missed", "rx_missed_errors",
          "overrun", "rx_over_errors",
          "mcast", "multicast",
          "over_errors", "rx_over_errors",
          "multicast", "multicast");

  private static final Map<String, String> RX_ERRORS =
      Map.of(
          "length", "rx_length_errors",
          "crc", "rx_crc_errors",
          "frame", "rx_frame_errors",
          "fifo", "rx_fifo_errors",
          "overrun", "rx_over_errors",
          "missed", "rx_missed_errors",
          "nohandler", "rx_nohandler",
          "otherhost", "rx_otherhost_dropped");

  private static final Map<String, String> TX =
      Map.of(
          "bytes", "tx_bytes",
          "packets", "tx_packets",
          "errors", "tx_errors",
          "dropped", "tx_dropped",
          "carrier", "tx_carrier_errors",
          "carrier_errors", "tx_carrier_errors",
          "collsns", "collisions",
          "collisions", "collisions");

  private static final Map<String, String> TX_ERRORS =
      Map.of(
          "aborted", "tx_aborted_errors",
          "fifo", "tx_fifo_errors",
          "window", "tx_window_errors",
          "heartbt", "tx_heartbeat_errors",
          "heartbeat", "tx_heartbeat_errors");

  private IpCounters() {}

  /// The table for the heading of a row, `RX:` or `TX errors:`; empty for any other line.
  static Optional<Map<String, String>> table(String line) {
    if (line.startsWith("RX errors:")) {
      return Optional.of(RX_ERRORS);
    }
    if (line.startsWith("TX errors:")) {
      return Optional.of(TX_ERRORS);
    }
    return line.startsWith("RX:")
        ? Optional.of(RX)
        : line.startsWith("TX:") ? Optional.of(TX) : Optional.empty();
  }

  /// The same for JSON's `rx` and `tx`.
  static Map<String, String> of(String side) {
    return side.equals("rx") ? RX : TX;
  }
}
