package dev.unhang.model.net;

/// An address of an interface.
///
/// @param index the interface's
/// @param address as `ip address` prints it, without the prefix length
/// @param prefixLength bits
/// @param scope `global`, `site`, `link`, `host`, or its number
///
///   Kernel: net/ipv4/devinet.c, inet_fill_ifaddr(); net/ipv6/addrconf.c, inet6_fill_ifaddr()
///   (v6.1)
public record InterfaceAddress(int index, String address, int prefixLength, String scope) {
  @Override
  public String toString() {
    return address + "/" + prefixLength;
  }
}
