package dev.unhang.model.topology;

/// What kind of thing packets pass through.
public enum ElementKind {
  /// A network card's interface: it has a device, or nothing says what else it is.
  NIC("NIC"),
  /// A bond or team.
  BOND("bond"),
  /// A VLAN.
  VLAN("VLAN"),
  /// A bridge of the kernel.
  BRIDGE("bridge"),
  /// A bridge of Open vSwitch.
  OVS_BRIDGE("OVS bridge"),
  /// One end of a virtual cable.
  VETH("veth"),
  /// A guest's end on the host: tun, tap or macvtap.
  TAP("tap"),
  /// Any other kind of interface.
  OTHER("interface"),
  /// A virtual machine or container.
  GUEST("guest");

  private final String word;

  ElementKind(String word) {
    this.word = word;
  }

  /// As shown to a person.
  public String word() {
    return word;
  }
}
