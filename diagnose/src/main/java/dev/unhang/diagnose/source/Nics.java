package dev.unhang.diagnose.source;

import dev.unhang.config.interfaces.Ifupdown;
import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.facts.Setting;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.name.InterfaceName;
import dev.unhang.model.name.PciAddress;
import dev.unhang.model.name.PciId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The host's NICs: interfaces with a device behind them.
///
/// Kernel: Documentation/ABI/testing/sysfs-class-net (v6.1)
public final class Nics {
  private static final HostPath CLASS_NET = new HostPath("/sys/class/net");

  private Nics() {}

  /// Every NIC, sorted by name.
  public static List<NicFacts> read(HostView host) {
    Reading<Interfaces> interfaces = InterfacesSource.read(host);
    List<NicFacts> nics = new ArrayList<>();
    for (String name : host.list(CLASS_NET).known().orElse(List.of())) {
      Optional<InterfaceName> nic = InterfaceName.parse(name);
      if (nic.isPresent() && isPhysical(host, name)) {
        nics.add(nic(host, nic.get(), interfaces));
      }
    }
    return nics;
  }

  /// One interface, whatever it is; empty where there is none of that name.
  public static Optional<NicFacts> read(HostView host, InterfaceName name) {
    return host.list(CLASS_NET).known().orElse(List.of()).contains(name.value())
        ? Optional.of(nic(host, name, InterfacesSource.read(host)))
        : Optional.empty();
  }

  private static boolean isPhysical(HostView host, String name) {
    return host.link(CLASS_NET.resolve(name).resolve("device")).known().isPresent();
  }

  private static NicFacts nic(HostView host, InterfaceName name, Reading<Interfaces> interfaces) {
    HostPath folder = CLASS_NET.resolve(name.value());
    Ifupdown ifupdown = InterfacesSource.ifupdown(host);
    boolean enabled = InterfacesSource.networkingIsEnabled(host);
    Reading<List<Setting>> settings =
        interfaces.map(files -> OffloadSettings.of(files, name, ifupdown, enabled));
    return new NicFacts(
        name,
        host.link(folder.resolve("device"))
            .known()
            .map(target -> target.substring(target.lastIndexOf('/') + 1))
            .flatMap(PciAddress::parse),
        deviceId(host, folder.resolve("device")),
        host.kernel().driver(name),
        host.kernel().offloads(name),
        settings,
        Users.of(host, name));
  }

  private static Optional<String> deviceId(HostView host, HostPath device) {
    return PciFunctions.id(host, device, "vendor", "device").map(PciId::toString);
  }
}
