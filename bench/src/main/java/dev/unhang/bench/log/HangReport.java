package dev.unhang.bench.log;

/// What e1000e says when its transmit unit has stopped.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang() (v6.8)
final class HangReport {
  /// What the searches look for.
  static final String HEADER = "Detected Hardware Unit Hang";

  /// The card.
  static final String DEVICE = "+pci:0000:00:1f.6";

  /// A tick rate of 250.
  private static final long MICROS_A_TICK = 4000;

  /// Jiffies begin five minutes before they pass 32 bits.
  private static final long FIRST_JIFFY = 0xfffedb08L;

  private HangReport() {}

  /// One report.
  ///
  /// @param head where the packet lies that does not get out
  /// @param stuckSince uptime, microseconds
  /// @param now uptime, microseconds
  static String text(int head, long stuckSince, long now) {
    String tail = Integer.toHexString(head + 0x2f & 0xff);
    String clean = Integer.toHexString(head);
    return "e1000e 0000:00:1f.6 eno1: "
        + HEADER
        + (":\n  TDH                  <" + Integer.toHexString(head + 1 & 0xff))
        + (">\n  TDT                  <" + tail)
        + (">\n  next_to_use          <" + tail)
        + (">\n  next_to_clean        <" + clean)
        + (">\nbuffer_info[next_to_clean]:\n  time_stamp           <" + jiffies(stuckSince))
        + (">\n  next_to_watch        <" + Integer.toHexString(head + 1 & 0xff))
        + (">\n  jiffies              <" + jiffies(now))
        + ">\n  next_to_watch.status <0>\n"
        + "MAC Status             <40080083>\n"
        + "PHY Status             <796d>\n"
        + "PHY 1000BASE-T Status  <3c00>\n"
        + "PHY Extended Status    <3000>\n"
        + "PCI Status             <10>";
  }

  private static String jiffies(long upMicros) {
    return Long.toHexString(FIRST_JIFFY + upMicros / MICROS_A_TICK);
  }
}
