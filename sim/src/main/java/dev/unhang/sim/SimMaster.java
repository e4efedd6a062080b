package dev.unhang.sim;

/// What the simulated NIC is a port of. The incident's bridge unless something else is asked for.
public enum SimMaster {
  /// Whoever makes the port anew has to give it back.
  BRIDGE("bridge"),
  /// Takes a slave only while that is down, and sets it up itself.
  ///
  /// Kernel: drivers/net/bonding/bond_main.c, bond_enslave() (v6.1)
  BOND("bond"),
  /// Its daemon takes a port back as soon as it appears; the kernel lets no other program add one.
  ///
  /// Kernel: net/core/rtnetlink.c, do_set_master() needs ndo_add_slave (v6.1)
  OPENVSWITCH("openvswitch"),
  /// The same without its daemon.
  OPENVSWITCH_ALONE("openvswitch"),
  TEAM("team");

  private final String kind;

  SimMaster(String kind) {
    this.kind = kind;
  }

  /// As the kernel calls it (IFLA_INFO_KIND).
  String kind() {
    return kind;
  }
}
