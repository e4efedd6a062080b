package dev.unhang.diagnose.topology;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Interfaces that lead to a guest, by the names Proxmox VE gives them: `tap100i0` and `veth100i0`
/// are a guest's own; `fwpr100p0` and `fwln100i0` are the ends of the cable between the bridge and
/// the guest's firewall bridge.
///
/// Proxmox VE: PVE/Network.pm, compute_fwbr_names()
public final class GuestPort {
  private static final Pattern OWN = Pattern.compile("(tap|veth)(\\d{1,9})i(\\d{1,4})");
  private static final Pattern CABLE = Pattern.compile("fwpr(\\d{1,9})p(\\d{1,4})");

  private static final Pattern FIREWALL = Pattern.compile("fwbr\\d{1,9}i\\d{1,4}");

  private GuestPort() {}

  /// Whether an interface is the bridge that stands between a guest and the others.
  public static boolean isFirewall(String bridge) {
    return FIREWALL.matcher(bridge).matches();
  }

  /// `100`; empty where the interface is no guest's own.
  public static Optional<String> guest(String port) {
    Matcher name = OWN.matcher(port);
    return name.matches() ? Optional.of(name.group(2)) : Optional.empty();
  }

  /// The other end of a firewall's cable, by the end at the bridge.
  static Optional<String> cable(String port) {
    Matcher name = CABLE.matcher(port);
    return name.matches()
        ? Optional.of("fwln" + name.group(1) + "i" + name.group(2))
        : Optional.empty();
  }
}
