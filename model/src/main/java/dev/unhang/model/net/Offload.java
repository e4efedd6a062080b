package dev.unhang.model.net;

/// One feature bit of a NIC.
///
/// @param name the kernel's, `tx-tcp-segmentation`; a group's long name where a saved text lists no
///   members of it
/// @param active in force
/// @param wanted asked for, by a person or by configuration; differs from active where the kernel
///   can't grant it
/// @param changeable false is what ethtool prints as `[fixed]`
///
///   Kernel: net/ethtool/common.c, netdev_features_strings; net/ethtool/features.c
public record Offload(String name, boolean active, boolean wanted, boolean changeable) {
  /// ethtool's mark behind the value: ` [fixed]`, ` [requested on]`, ` [requested off]` or nothing.
  ///
  /// Man: ethtool(8), "-k --show-features"; ethtool netlink/features.c, dump_feature()
  public String mark() {
    if (!changeable) {
      return " [fixed]";
    }
    return wanted == active ? "" : " [requested " + (wanted ? "on" : "off") + "]";
  }
}
