package dev.unhang.linux.rtnetlink;

import java.util.HexFormat;
import java.util.StringJoiner;

/// IP addresses in words, as `ip` prints them. RFC 5952 for IPv6: the longest run of zero groups
/// becomes `::`, the first of several equal ones.
final class IpText {
  static final int IPV4_BYTES = 4;
  static final int IPV6_BYTES = 16;
  private static final int GROUPS = 8;

  private IpText() {}

  /// @param address 4 or 16 bytes
  static String of(byte[] address) {
    return address.length == IPV4_BYTES ? ipv4(address) : ipv6(address);
  }

  private static String ipv4(byte[] address) {
    StringJoiner text = new StringJoiner(".");
    for (byte part : address) {
      text.add(String.valueOf(Byte.toUnsignedInt(part)));
    }
    return text.toString();
  }

  private static String ipv6(byte[] address) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = Byte.toUnsignedInt(address[2 * i]) << 8 | Byte.toUnsignedInt(address[2 * i + 1]);
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
      text.add(HexFormat.of().toHexDigits(groups[i]).replaceFirst("^0{1,7}", ""));
    }
    return text.toString();
  }
}
