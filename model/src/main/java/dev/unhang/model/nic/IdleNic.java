package dev.unhang.model.nic;

import java.util.Optional;

/// A network controller that has no interface here: given to a guest, without a driver, or with its
/// interface in another network namespace.
///
/// @param guest the guest it was given to, `guest 100`; empty where none is known
public record IdleNic(NicDevice.Pci device, Optional<String> guest) {
  private static final String VFIO = "vfio-pci";

  /// Whether a guest drives it: what it does and how it hangs is then seen there only.
  ///
  /// Kernel: drivers/vfio/pci/vfio_pci.c, vfio_pci_probe() (v6.1)
  public boolean isGivenAway() {
    return device.function().driver().filter(VFIO::equals).isPresent();
  }
}
