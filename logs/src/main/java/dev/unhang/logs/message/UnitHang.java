package dev.unhang.logs.message;

import dev.unhang.model.log.LoggedNic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The driver's report of a transmit unit that no longer moves: a header, then a field a line.
///
/// ```
/// e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:
///   TDH                  <61>
///   TDT                  <90>
/// ```
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang() (v6.1); "Tx Unit"
/// instead of "Hardware Unit" up to about 2.6.33 and in e1000, igb, igc, ixgbe
public final class UnitHang {
  private static final String HARDWARE = "Detected Hardware Unit Hang";
  private static final List<String> HEADERS = List.of(HARDWARE, "Detected Tx Unit Hang");

  private UnitHang() {}

  /// The NIC of a header line; empty where the line is none, or quotes one.
  public static Optional<LoggedNic> header(String line) {
    for (String header : HEADERS) {
      int at = line.indexOf(header);
      if (at >= 0) {
        return NicPrefix.parse(line.substring(0, at))
            .filter(nic -> endsLikeOne(line, at, header))
            .map(nic -> header.equals(HARDWARE) ? ofE1000e(nic) : nic);
      }
    }
    return Optional.empty();
  }

  /// Only e1000e has these words, so they name the driver where its prefix was cut off.
  private static LoggedNic ofE1000e(LoggedNic nic) {
    return nic.driver().isPresent()
        ? nic
        : new LoggedNic(Optional.of("e1000e"), nic.pci(), nic.interfaceName());
  }

  /// Behind the words stand a colon, ixgbe's ` (XDP)`, nothing, or fields on the same line. A quote
  /// of the words in a shell command or in source text goes on otherwise.
  private static boolean endsLikeOne(String line, int at, String header) {
    String behind = line.substring(at + header.length()).strip();
    return behind.isEmpty()
        || behind.startsWith(":")
        || behind.startsWith("(XDP)")
        || ReportFields.beginIn(behind);
  }

  /// Whether a header's words are anywhere in the line, quoted or not.
  public static boolean mentions(String line) {
    for (String header : HEADERS) {
      if (line.contains(header)) {
        return true;
      }
    }
    return false;
  }

  /// Labels and values of a line, lower-case hex. Elided values are left out.
  public static Map<String, String> fields(String line) {
    return ReportFields.in(line);
  }

  /// Whether a field is the first that stands in the line, as it is in a report's own lines.
  public static boolean beginsWithField(String line) {
    return ReportFields.beginIn(line);
  }

  /// As [MessageFamily#words] has it: of the header, and of fields whose header is not there.
  static List<String> words() {
    return List.of("Unit Hang", "next_to_");
  }

  /// Where a label stands in the order of printing; -1 for none of the family.
  public static int order(String label) {
    return ReportFields.order(label);
  }
}
