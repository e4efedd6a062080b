package dev.unhang.hosts.survey;

import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.LoggedNic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The host's network controllers by their addresses, with or without an interface: what the bus or
/// the IOMMU says of an address is said of the one that sits there.
public final class NetworkControllers {
  private static final HostPath CLASS_NET = new HostPath("/sys/class/net");

  /// The largest servers have some thousand functions.
  private static final int MAX = 20_000;

  private NetworkControllers() {}

  /// Each with its driver and its interface, as far as the host tells.
  public static Map<PciAddress, LoggedNic> of(HostView host) {
    Map<PciAddress, String> names = new HashMap<>();
    for (String name : host.list(CLASS_NET).known().orElse(List.of())) {
      last(host, CLASS_NET.resolve(name).resolve("device"))
          .flatMap(PciAddress::parse)
          .ifPresent(address -> names.put(address, name));
    }
    Map<PciAddress, LoggedNic> all = new HashMap<>();
    host.list(PciFunctions.DEVICES).known().orElse(List.of()).stream()
        .limit(MAX)
        .flatMap(name -> PciAddress.parse(name).stream())
        .filter(address -> PciFunctions.isNetwork(host, address))
        .forEach(address ->
            all.put(
                address,
                new LoggedNic(
                    last(host, PciFunctions.DEVICES.resolve(address.value()).resolve("driver")),
                    Optional.of(address),
                    Optional.ofNullable(names.get(address)))));
    return all;
  }

  private static Optional<String> last(HostView host, HostPath link) {
    return host.link(link).known().map(target -> target.substring(target.lastIndexOf('/') + 1));
  }
}
