package dev.unhang.hosts.pci;

import dev.unhang.model.id.PciId;
import java.util.Optional;

/// Gives PCI ids their names.
public interface Names {
  /// Who makes it; empty where the id is not listed.
  Optional<String> vendor(int vendor);

  /// What it is; empty where the id is not listed.
  Optional<String> device(PciId id);
}
