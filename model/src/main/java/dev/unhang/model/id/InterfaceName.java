package dev.unhang.model.id;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Name of a network interface, as the kernel would accept it: 1 to 15 bytes, neither `.` nor `..`,
/// without `/`, `:` or white space.
///
/// Names change (pinning, upgrades): a NIC's lasting identity is its [PciAddress].
///
/// Kernel: net/core/dev.c, dev_valid_name() (v6.1)
public record InterfaceName(String value) implements Comparable<InterfaceName> {
  /// IFNAMSIZ less the final NUL.
  public static final int MAX_BYTES = 15;

  public InterfaceName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an interface name: " + value);
    }
  }

  /// The name, or empty where the kernel would refuse it.
  public static Optional<InterfaceName> parse(String text) {
    return isValid(text) ? Optional.of(new InterfaceName(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return !text.isEmpty()
        && text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
        && !text.equals(".")
        && !text.equals("..")
        && text.chars().noneMatch(c -> c == '/' || c == ':' || c == 0 || isSpace(c));
  }

  /// The C locale's isspace(), which is what the kernel uses.
  private static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  // Written out, as hashCode: a record's own is linked when first called, which costs a start 20
  // ms.
  @Override
  public boolean equals(Object other) {
    return other instanceof InterfaceName same && value.equals(same.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(InterfaceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
