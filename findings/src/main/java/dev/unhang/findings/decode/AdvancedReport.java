package dev.unhang.findings.decode;

import dev.unhang.findings.nic.HexWord;
import dev.unhang.findings.words.Words;
import dev.unhang.model.log.HangDump;
import java.util.Optional;
import java.util.OptionalLong;

/// What igb, igc and ixgbe print in their reports beside the fields they share with e1000e: their
/// descriptors are of the advanced form, in which the word that the hardware writes its status to
/// is the one that held the packet's length.
///
/// Kernel: drivers/net/ethernet/intel/igb/igb_main.c, igb_clean_tx_irq(), igb_tx_olinfo_status();
/// drivers/net/ethernet/intel/igc/igc_main.c, igc_clean_tx_irq();
/// drivers/net/ethernet/intel/ixgbe/ixgbe_main.c, ixgbe_clean_tx_irq() (v6.12)
final class AdvancedReport {
  private static final String STATUS = "desc.status";
  private static final String QUEUE = "Tx Queue";

  /// E1000_TXD_STAT_DD.
  private static final long DONE = 0x1;

  /// E1000_ADVTXD_PAYLEN_SHIFT.
  private static final int LENGTH_SHIFT = 14;

  private static final int MAX_HEX_DIGITS = 8;

  private AdvancedReport() {}

  /// Whether a report is one of igb or igc, which print where the oldest packet ends as a pointer.
  static boolean isOf(HangDump dump) {
    return dump.asPrinted().containsKey(STATUS);
  }

  /// A field that e1000e's report has not; empty where it is none of these drivers' either.
  ///
  /// @param label as printed
  /// @param value as printed, hexadecimal or, of the queue, decimal
  static Optional<String> words(String label, String value) {
    return switch (label) {
      case QUEUE -> Optional.of("the transmit queue, by its number");
      case STATUS -> Optional.of(status(value));
      default -> Optional.empty();
    };
  }

  private static String status(String value) {
    String what = "what the hardware wrote back for the oldest packet";
    OptionalLong read = new HexWord(value).value();
    if (read.isEmpty() || value.length() > MAX_HEX_DIGITS) {
      return what;
    }
    long word = read.getAsLong();
    if ((word & DONE) != 0) {
      return what + ": descriptor done, it came late but it came";
    }
    long length = word >>> LENGTH_SHIFT;
    return what
        + ": not done, nothing was written back"
        + (length == 0
            ? ""
            : "; the driver put a packet of " + Words.counted(length, "byte", "bytes") + " there");
  }
}
