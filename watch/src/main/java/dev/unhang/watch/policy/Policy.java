package dev.unhang.watch.policy;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import java.util.Map;
import java.util.Optional;

/// What the watch may do on a host.
///
/// @param usual for every NIC that has no rule of its own
/// @param nics rules of single NICs, by PCI address or by name
/// @param alerting who is told
/// @param publishing where it is shown how things stand
public record Policy(
    NicPolicy usual, Map<String, NicPolicy> nics, Alerting alerting, Publishing publishing) {
  /// Where there is no policy file.
  public static final Policy USUAL =
      new Policy(NicPolicy.USUAL, Map.of(), Alerting.NONE, Publishing.NONE);

  public Policy {
    nics = Map.copyOf(nics);
  }

  /// The rule of one NIC: by its address, which stays when it is renamed, else by its name.
  public NicPolicy of(InterfaceName name, Optional<PciAddress> pci) {
    return pci.map(PciAddress::value)
        .flatMap(address -> Optional.ofNullable(nics.get(address)))
        .or(() -> Optional.ofNullable(nics.get(name.value())))
        .orElse(usual);
  }
}
