package dev.unhang.config.networkd;

import java.util.List;
import java.util.Optional;

/// What link files and profiles know a NIC by. What was not read is empty.
///
/// @param name its name now
/// @param alternativeNames names that programs may call it by as well
/// @param mac the permanent address, bytes in hex joined by colons; else the one it uses
/// @param path udev's `ID_PATH`, `pci-0000:00:19.0`
/// @param driver the kernel driver
public record LinkIdentity(
    String name,
    List<String> alternativeNames,
    Optional<String> mac,
    Optional<String> path,
    Optional<String> driver) {
  public LinkIdentity {
    alternativeNames = List.copyOf(alternativeNames);
  }

  /// Whether ethtool means it by that name, or something does by its `ID_PATH`.
  public boolean isCalled(String other) {
    return name.equals(other)
        || alternativeNames.contains(other)
        || path.equals(Optional.of(other));
  }
}
