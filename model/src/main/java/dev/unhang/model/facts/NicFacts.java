package dev.unhang.model.facts;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.name.InterfaceName;
import dev.unhang.model.name.PciAddress;
import java.util.List;
import java.util.Optional;

/// What is known of one NIC of the host.
///
/// @param pci empty for interfaces that sit on no PCI function
/// @param deviceId vendor and device, `8086:153a`; empty where not read
/// @param settings lines that switch its offloads at boot
/// @param users what goes dark with it: bridges, guests, in reading order from the NIC upwards
public record NicFacts(
    InterfaceName name,
    Optional<PciAddress> pci,
    Optional<String> deviceId,
    Reading<DriverInfo> driver,
    Reading<Offloads> offloads,
    Reading<List<Setting>> settings,
    List<String> users) {
  public NicFacts {
    users = List.copyOf(users);
  }
}
