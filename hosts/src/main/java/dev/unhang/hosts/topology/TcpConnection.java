package dev.unhang.hosts.topology;

import dev.unhang.model.id.IpAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of /proc/net/tcp or tcp6.
///
/// @param state the kernel's number
///
///   Kernel: net/ipv4/tcp_ipv4.c, get_tcp4_sock(); net/ipv6/tcp_ipv6.c, get_tcp6_sock() (v6.1)
record TcpConnection(IpAddress local, IpAddress remote, int remotePort, int state) {
  private static final int ESTABLISHED = 1;
  private static final int HEX = 16;
  private static final int WORD = 4;

  private static final String END = "([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})";
  private static final Pattern LINE =
      Pattern.compile("\\s*\\d+: " + END + " " + END + " ([0-9A-F]{2}) .*");

  static Optional<TcpConnection> parse(String line) {
    Matcher found = LINE.matcher(line);
    return found.matches()
        ? Optional.of(
            new TcpConnection(
                address(found.group(1)),
                address(found.group(3)),
                Integer.parseInt(found.group(4), HEX),
                Integer.parseInt(found.group(5), HEX)))
        : Optional.empty();
  }

  boolean isEstablished() {
    return state == ESTABLISHED;
  }

  /// Printed in words of four bytes of the host's byte order, which is little endian on all
  /// machines with such NICs. IPv4 within IPv6 is IPv4.
  private static IpAddress address(String hex) {
    byte[] printed = HexFormat.of().parseHex(hex);
    byte[] bytes = new byte[printed.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = printed[i / WORD * WORD + WORD - 1 - i % WORD];
    }
    IpAddress address = IpAddress.of(bytes);
    IpAddress mapped = IpAddress.parse("::ffff:0:0").orElseThrow();
    return address.isWithin(mapped, 96)
        ? IpAddress.of(
            java.util.Arrays.copyOfRange(bytes, IpAddress.IPV6_BYTES - WORD, bytes.length))
        : address;
  }
}
