package dev.unhang.watch.sense;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import java.util.Optional;

/// A NIC of the host, as the watch knows it.
///
/// @param pci empty for one that sits on no PCI function
/// @param driver empty where it was not read
/// @param carriesCluster whether the cluster's nodes talk over it: then the node is fenced a minute
///   after it stopped sending
public record WatchedNic(
    InterfaceName name, Optional<PciAddress> pci, Optional<String> driver, boolean carriesCluster) {
  /// What it is known by: its address, which stays when it is renamed.
  public String key() {
    return pci.map(PciAddress::value).orElse(name.value());
  }
}
