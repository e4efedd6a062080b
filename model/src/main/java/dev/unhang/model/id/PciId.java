package dev.unhang.model.id;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A vendor and one of its devices, or of its boards, as PCI numbers them: `8086:153a`.
///
/// @param vendor given by the PCI-SIG, 16 bits
/// @param device given by the vendor, 16 bits
///
///   Man: lspci(8), "-n"; pci.ids(5)
public record PciId(int vendor, int device) {
  private static final Pattern TEXT = Pattern.compile("([0-9a-fA-F]{4}):([0-9a-fA-F]{4})");
  private static final int MAX = 0xffff;

  public PciId {
    if (vendor < 0 || vendor > MAX || device < 0 || device > MAX) {
      throw new IllegalArgumentException("ids have 16 bits: " + vendor + ", " + device);
    }
  }

  /// @return empty where it is none
  public static Optional<PciId> parse(String text) {
    Matcher id = TEXT.matcher(text);
    return id.matches()
        ? Optional.of(
            new PciId(HexFormat.fromHexDigits(id.group(1)), HexFormat.fromHexDigits(id.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return String.format("%04x:%04x", vendor, device);
  }
}
