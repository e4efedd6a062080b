package dev.unhang.repair.persist;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.net.Link;
import java.util.Optional;

/// What tells a NIC from all others, whatever it is called.
///
/// @param address the one it was made with, bytes in hex joined by colons
/// @param function empty for NICs on other buses
record NicMark(String nic, Optional<String> address, Optional<PciAddress> function) {
  static NicMark of(NicFacts nic) {
    return new NicMark(
        nic.name().value(),
        nic.seen().link().known().map(Link::hardware).flatMap(Link.Hardware::permanentAddress),
        nic.pci());
  }

  /// For names of files and units: `0000-00-1f.6`.
  String slug() {
    return function
        .map(PciAddress::value)
        .or(() -> address)
        .orElseThrow(this::unknown)
        .replace(':', '-');
  }

  CannotChange unknown() {
    return new CannotChange(
        "keep values at boot",
        nic,
        "neither its PCI function nor its permanent address was read, and names change",
        "keep them by the NIC's own stanza or profile");
  }
}
