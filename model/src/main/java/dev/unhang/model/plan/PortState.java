package dev.unhang.model.plan;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.setting.Tuning;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an interface has that is gone when its driver is unbound, as it was before: enough to put
/// it all back.
///
/// @param driver which it was bound to
/// @param up whether it was set up
/// @param mtu empty where it was not read
/// @param master what it was a port of
/// @param on the features that were on and can be switched, by their kernel names
/// @param off those that were off
/// @param tunings values besides the features
/// @param wakeOnLan what wakes the machine, in the letters of `ethtool -s IF wol`: `g`, `d` for
///   nothing; empty where that was not read
/// @param sysctls its own settings of IPv4 and IPv6, as sysctl(8) takes them:
///   `net/ipv6/conf/eno1/disable_ipv6=1`
/// @param commands what restores the rest, in this order: VLANs of the port, addresses, routes
public record PortState(
    InterfaceName nic,
    PciAddress device,
    String driver,
    boolean up,
    Optional<Integer> mtu,
    Optional<Master> master,
    List<String> on,
    List<String> off,
    List<Tuning> tunings,
    Optional<String> wakeOnLan,
    List<String> sysctls,
    List<List<String>> commands) {
  private static final String OPENVSWITCH = "openvswitch";

  public PortState {
    on = List.copyOf(on);
    off = List.copyOf(off);
    tunings = List.copyOf(tunings);
    sysctls = List.copyOf(sysctls);
    commands = commands.stream().map(List::copyOf).toList();
  }

  /// Whether it was a slave of a bond, which has others to send with meanwhile.
  public boolean isSlave() {
    return master.filter(Master::isBond).isPresent();
  }

  /// What an interface is a port of.
  ///
  /// @param kind `bridge`, `bond`, `openvswitch`, as the kernel says (IFLA_INFO_KIND); empty where
  ///   it does not
  public record Master(InterfaceName name, Optional<String> kind) {
    /// The kinds that get a port back: from the kernel, or by themselves.
    private static final Set<String> RETURNABLE = Set.of("bridge", "bond", "vrf", OPENVSWITCH);

    /// Whether it sends with another slave while this one is repaired.
    public boolean isBond() {
      return kind.equals(Optional.of("bond"));
    }

    /// Whether a daemon of its own gives it its port back: ovs-vswitchd, as soon as it appears.
    public boolean fetchesItsPorts() {
      return kind.equals(Optional.of(OPENVSWITCH));
    }

    /// Whether a port that is gone and comes again can be given back to it.
    public boolean takesBack() {
      return kind.filter(RETURNABLE::contains).isPresent();
    }
  }
}
