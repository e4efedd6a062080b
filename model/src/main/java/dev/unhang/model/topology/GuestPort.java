package dev.unhang.model.topology;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Interfaces that lead to a guest, by the names Proxmox VE gives them: `tap100i0` and `veth100i0`
/// are a guest's own; `fwpr100p0` and `fwln100i0` are the ends of the cable between a bridge and
/// the guest's own firewall bridge, `fwbr100i0`.
///
/// Proxmox VE: PVE/Network.pm, compute_fwbr_names()
public final class GuestPort {
  private static final Pattern OWN = Pattern.compile("(?:tap|veth)(\\d{1,9})i\\d{1,4}");
  private static final Pattern CABLE = Pattern.compile("fwpr(\\d{1,9})p(\\d{1,4})");
  private static final Pattern FIREWALL = Pattern.compile("fwbr\\d{1,9}i\\d{1,4}");

  private GuestPort() {}

  /// `guest 100`, by a port of the bridge it is on; empty where the port leads to none.
  public static Optional<String> guest(String port) {
    Matcher cable = CABLE.matcher(port);
    return own(port)
        .or(() -> cable.matches() ? Optional.of(cable.group(1)) : Optional.empty())
        .map(id -> "guest " + id);
  }

  /// `100`; empty where the interface is no guest's own.
  public static Optional<String> own(String port) {
    Matcher name = OWN.matcher(port);
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }

  /// Whether an interface is the bridge that stands between a guest and the others.
  public static boolean isFirewall(String bridge) {
    return FIREWALL.matcher(bridge).matches();
  }

  /// The other end of a firewall's cable, by the end at the bridge.
  public static Optional<String> cable(String port) {
    Matcher name = CABLE.matcher(port);
    return name.matches()
        ? Optional.of("fwln" + name.group(1) + "i" + name.group(2))
        : Optional.empty();
  }
}
