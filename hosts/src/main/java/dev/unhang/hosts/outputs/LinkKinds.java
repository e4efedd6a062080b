package dev.unhang.hosts.outputs;

import java.util.Set;

/// Kinds of interfaces that are no NICs, as ip names them.
///
/// Man: ip-link(8), "type"
final class LinkKinds {
  private static final Set<String> ALL =
      Set.of(
          "veth",
          "bridge",
          "bond",
          "vlan",
          "tun",
          "dummy",
          "ifb",
          "macvlan",
          "macvtap",
          "ipvlan",
          "ipvtap",
          "vxlan",
          "geneve",
          "gre",
          "gretap",
          "ip6gre",
          "ip6gretap",
          "ipip",
          "ip6tnl",
          "sit",
          "vti",
          "vrf",
          "team",
          "wireguard",
          "openvswitch",
          "nlmon",
          "netkit");

  private LinkKinds() {}

  static boolean contains(String word) {
    return ALL.contains(word);
  }
}
