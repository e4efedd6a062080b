package dev.unhang.model.net;

import java.util.List;
import java.util.Optional;

/// The PCIe link of a function, and which of its power states are in force (ASPM).
///
/// @param supported `L0s`, `L1` as the device offers them; empty where its configuration space was
///   not read
/// @param enabled those, and L1's substates `L1.1`, `L1.2` where the kernel tells of them
/// @param speed `2.5 GT/s PCIe`, as the kernel says it
/// @param width lanes
///
///   Kernel: drivers/pci/pcie/aspm.c, aspm_attr_show_common(); drivers/pci/pci-sysfs.c,
///   current_link_speed_show() (v6.1)
public record PcieLink(
    Optional<List<String>> supported,
    List<String> enabled,
    Optional<String> speed,
    Optional<String> width) {
  public PcieLink {
    supported = supported.map(List::copyOf);
    enabled = List.copyOf(enabled);
  }
}
