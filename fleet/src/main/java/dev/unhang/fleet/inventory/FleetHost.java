package dev.unhang.fleet.inventory;

import java.util.Optional;

/// A host of a fleet.
///
/// @param name what the person calls it; no two of an inventory are called alike
/// @param keyName by which name its key is known, where that is not the address: nodes of a Proxmox
///   VE cluster are reached by addresses, and known by their names
public record FleetHost(String name, SshAddress address, Optional<String> keyName) {
  /// One whose key is known by its address.
  public FleetHost(String name, SshAddress address) {
    this(name, address, Optional.empty());
  }
}
