package dev.unhang.diagnose.source;

import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.name.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What sits on a NIC and goes dark with it: its bridge, and the guests on that bridge, by the
/// names Proxmox VE gives their interfaces.
///
/// Kernel: Documentation/ABI/testing/sysfs-class-net, "master", "brif" (v6.1)
final class Users {
  private static final HostPath CLASS_NET = new HostPath("/sys/class/net");

  private Users() {}

  static List<String> of(HostView host, InterfaceName nic) {
    List<String> users = new ArrayList<>();
    Optional<String> bridge = master(host, nic.value());
    if (bridge.isEmpty()) {
      return users;
    }
    users.add(bridge.get());
    HostPath ports = CLASS_NET.resolve(bridge.get()).resolve("brif");
    for (String port : host.list(ports).known().orElse(List.of())) {
      GuestPort.guest(port).ifPresent(users::add);
    }
    return users;
  }

  private static Optional<String> master(HostView host, String nic) {
    return host.link(CLASS_NET.resolve(nic).resolve("master"))
        .known()
        .map(target -> target.substring(target.lastIndexOf('/') + 1));
  }
}
