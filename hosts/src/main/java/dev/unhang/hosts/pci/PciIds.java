package dev.unhang.hosts.pci;

import dev.unhang.model.id.PciId;
import java.util.Optional;

/// The list of all PCI ids that distributions ship. Vendors begin at the first column, their
/// devices behind a tab, boards behind two; two blanks end an id:
///
/// ```
/// 8086  Intel Corporation
/// 	153a  Ethernet Connection I217-LM
/// 		103c 1909  ZBook 15
/// ```
///
/// The list is searched and not taken apart: it has 36,000 lines, and two of them are wanted.
///
/// Man: pci.ids(5)
public final class PciIds implements Names {
  /// Names in it have up to 140 characters.
  private static final int MAX_NAME = 300;

  private final String text;

  /// @param text of the file, whatever it holds
  public PciIds(String text) {
    this.text = text.startsWith("\n") ? text : "\n" + text;
  }

  @Override
  public Optional<String> vendor(int vendor) {
    String mark = vendorMark(vendor);
    int at = text.indexOf(mark);
    return at < 0 ? Optional.empty() : name(at + mark.length());
  }

  @Override
  public Optional<String> device(PciId id) {
    int vendor = text.indexOf(vendorMark(id.vendor()));
    if (vendor < 0) {
      return Optional.empty();
    }
    String mark = String.format("\t%04x  ", id.device());
    int line = text.indexOf('\n', vendor + 1);
    while (line >= 0 && isOfVendor(line + 1)) {
      if (text.startsWith(mark, line + 1)) {
        return name(line + 1 + mark.length());
      }
      line = text.indexOf('\n', line + 1);
    }
    return Optional.empty();
  }

  private static String vendorMark(int vendor) {
    return String.format("\n%04x  ", vendor);
  }

  /// Whether the vendor's lines go on: devices, boards, remarks, blank lines.
  private boolean isOfVendor(int line) {
    return line < text.length() && "\t#\n\r".indexOf(text.charAt(line)) >= 0;
  }

  private Optional<String> name(int from) {
    int end = text.indexOf('\n', from);
    int limit = Math.min(end < 0 ? text.length() : end, from + MAX_NAME);
    String name = text.substring(from, limit).strip();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }
}
