package dev.unhang.model.change;

import dev.unhang.model.name.InterfaceName;
import dev.unhang.model.name.PciAddress;
import dev.unhang.model.nic.Tuning;
import java.util.List;
import java.util.Optional;

/// What an interface has that is gone when its driver is unbound, as it was before: enough to put
/// it all back.
///
/// @param driver which it was bound to
/// @param up whether it was set up
/// @param mtu empty where it was not read
/// @param master the bridge or bond it was a port of
/// @param bonded whether that is a bond
/// @param on the features that were on and can be switched, by their kernel names
/// @param off those that were off
/// @param tunings values besides the features
/// @param wakeOnLan what wakes the machine, in the letters of `ethtool -s IF wol`: `g`, `d` for
///   nothing; empty where that was not read
/// @param sysctls its own settings of IPv4 and IPv6, as sysctl(8) takes them:
///   `net/ipv6/conf/eno1/disable_ipv6=1`
/// @param commands what puts back the rest, in this order: VLANs of the port, addresses, routes
public record PortState(
    InterfaceName nic,
    PciAddress device,
    String driver,
    boolean up,
    Optional<Integer> mtu,
    Optional<InterfaceName> master,
    boolean bonded,
    List<String> on,
    List<String> off,
    List<Tuning> tunings,
    Optional<String> wakeOnLan,
    List<String> sysctls,
    List<List<String>> commands) {
  public PortState {
    on = List.copyOf(on);
    off = List.copyOf(off);
    tunings = List.copyOf(tunings);
    sysctls = List.copyOf(sysctls);
    commands = commands.stream().map(List::copyOf).toList();
  }
}
