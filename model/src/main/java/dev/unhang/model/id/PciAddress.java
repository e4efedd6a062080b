package dev.unhang.model.id;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// PCI address as the kernel prints it: domain, bus, device, function (`0000:00:19.0`), lower-case
/// hex. It stays the same when the interface is renamed, so changes are kept under it.
///
/// Kernel: drivers/pci/probe.c, pci_setup_device() names devices "%04x:%02x:%02x.%d"
public record PciAddress(String value) implements Comparable<PciAddress> {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]");

  public PciAddress {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a PCI address: " + value);
    }
  }

  /// The address, or empty where the text is not one. Upper-case hex is accepted.
  public static Optional<PciAddress> parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return FORM.matcher(lower).matches() ? Optional.of(new PciAddress(lower)) : Optional.empty();
  }

  // Written out, as hashCode: a record's own is linked when first called, which costs a start 20
  // ms.
  @Override
  public boolean equals(Object other) {
    return other instanceof PciAddress same && value.equals(same.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(PciAddress other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
