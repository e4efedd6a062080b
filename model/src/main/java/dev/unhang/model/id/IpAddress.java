package dev.unhang.model.id;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;

/// An IPv4 or IPv6 address, without its prefix length and without a zone. Nothing here ever asks a
/// name server.
///
/// Printed as `ip` prints it. RFC 5952 for IPv6: the longest run of zero groups becomes `::`, the
/// first of several equal ones.
public final class IpAddress {
  /// Length of an IPv4 address.
  public static final int IPV4_BYTES = 4;

  /// Length of an IPv6 address.
  public static final int IPV6_BYTES = 16;

  private static final int GROUPS = 8;
  private static final int MAX_TEXT = 45;

  private final byte[] bytes;

  private IpAddress(byte[] bytes) {
    this.bytes = bytes;
  }

  /// @param bytes 4 or 16, most significant first
  public static IpAddress of(byte[] bytes) {
    if (bytes.length != IPV4_BYTES && bytes.length != IPV6_BYTES) {
      throw new IllegalArgumentException("an address of " + bytes.length + " bytes");
    }
    return new IpAddress(bytes.clone());
  }

  /// Reads `192.0.2.1` and `2001:db8::1`; a zone behind `%` is left out.
  ///
  /// @return empty where it is none
  public static Optional<IpAddress> parse(String text) {
    String bare = text.indexOf('%') < 0 ? text : text.substring(0, text.indexOf('%'));
    if (bare.length() > MAX_TEXT) {
      return Optional.empty();
    }
    return (bare.indexOf(':') < 0 ? ipv4(bare) : ipv6(bare)).map(IpAddress::new);
  }

  private static Optional<byte[]> ipv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != IPV4_BYTES) {
      return Optional.empty();
    }
    byte[] bytes = new byte[IPV4_BYTES];
    for (int i = 0; i < IPV4_BYTES; i++) {
      if (!parts[i].matches("[0-9]{1,3}") || Integer.parseInt(parts[i]) > 255) {
        return Optional.empty();
      }
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return Optional.of(bytes);
  }

  private static Optional<byte[]> ipv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(bytes -> bytes.length == IPV6_BYTES);
    }
    Optional<byte[]> before = groups(text.substring(0, gap));
    Optional<byte[]> behind = groups(text.substring(gap + 2));
    if (before.isEmpty()
        || behind.isEmpty()
        || before.get().length + behind.get().length > IPV6_BYTES - 2) {
      return Optional.empty();
    }
    byte[] bytes = Arrays.copyOf(before.get(), IPV6_BYTES);
    byte[] end = behind.get();
    System.arraycopy(end, 0, bytes, IPV6_BYTES - end.length, end.length);
    return Optional.of(bytes);
  }

  /// Groups of four hex digits; the last two may be an IPv4 address.
  private static Optional<byte[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new byte[0]);
    }
    String[] parts = text.split(":", -1);
    StringJoiner hex = new StringJoiner("");
    for (int i = 0; i < parts.length; i++) {
      Optional<String> digits = i == parts.length - 1 ? last(parts[i]) : group(parts[i]);
      if (digits.isEmpty()) {
        return Optional.empty();
      }
      hex.add(digits.get());
    }
    byte[] bytes = HexFormat.of().parseHex(hex.toString());
    return bytes.length > IPV6_BYTES ? Optional.empty() : Optional.of(bytes);
  }

  private static Optional<String> last(String part) {
    return part.indexOf('.') < 0 ? group(part) : ipv4(part).map(HexFormat.of()::formatHex);
  }

  private static Optional<String> group(String part) {
    return part.matches("[0-9a-fA-F]{1,4}")
        ? Optional.of("0".repeat(4 - part.length()) + part)
        : Optional.empty();
  }

  /// Whether it is an IPv4 address.
  public boolean isIpv4() {
    return bytes.length == IPV4_BYTES;
  }

  /// A copy, most significant first.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// Whether the first bits are those of a network. Never between the families.
  ///
  /// @param prefixLength bits
  public boolean isWithin(IpAddress network, int prefixLength) {
    if (network.bytes.length != bytes.length || prefixLength > bytes.length * Byte.SIZE) {
      return false;
    }
    for (int bit = 0; bit < prefixLength; bit++) {
      int mask = 0x80 >>> bit % Byte.SIZE;
      if (((bytes[bit / Byte.SIZE] ^ network.bytes[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return isIpv4() ? decimal() : compressed();
  }

  private String decimal() {
    StringJoiner text = new StringJoiner(".");
    for (byte part : bytes) {
      text.add(String.valueOf(Byte.toUnsignedInt(part)));
    }
    return text.toString();
  }

  private String compressed() {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = Byte.toUnsignedInt(bytes[2 * i]) << 8 | Byte.toUnsignedInt(bytes[2 * i + 1]);
    }
    int from = 0;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zeros(groups, i);
      if (zeros > length) {
        from = i;
        length = zeros;
      }
    }
    return length == 1
        ? joined(groups, 0, GROUPS)
        : joined(groups, 0, from) + "::" + joined(groups, from + length, GROUPS);
  }

  private static int zeros(int[] groups, int from) {
    int end = from;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - from;
  }

  private static String joined(int[] groups, int from, int to) {
    StringJoiner text = new StringJoiner(":");
    for (int i = from; i < to; i++) {
      text.add(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
