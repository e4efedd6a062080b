package dev.unhang.diagnose.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bridge ports that lead to a guest, by the names Proxmox VE gives them: `tap100i0` and
/// `veth100i0` are a guest's own; `fwpr100p0` leads to one behind its firewall bridge.
///
/// Proxmox VE: PVE/Network.pm, compute_fwbr_names()
final class GuestPort {
  private static final Pattern NAME =
      Pattern.compile("(?:tap|veth)(\\d{1,9})i\\d+|fwpr(\\d{1,9})p\\d+");

  private GuestPort() {}

  /// `guest 100`; empty where the port leads to none.
  static Optional<String> guest(String port) {
    Matcher name = NAME.matcher(port);
    return name.matches()
        ? Optional.of("guest " + (name.group(1) != null ? name.group(1) : name.group(2)))
        : Optional.empty();
  }
}
