package dev.unhang.model.net;

import dev.unhang.model.evidence.Origin;
import java.util.Optional;

/// A network controller that has no interface here: given to a guest, without a driver, or with its
/// interface in another network namespace.
///
/// @param guest the guest whose configuration takes it, `guest 100`; empty where none is known
/// @param origin where it was read
public record IdleNic(NicDevice.Pci device, Optional<String> guest, Origin origin) {
  private static final String VFIO = "vfio-pci";

  /// Whether a guest drives it: what it does and how it hangs is then seen there only.
  ///
  /// Kernel: drivers/vfio/pci/vfio_pci.c, vfio_pci_probe() (v6.1)
  public boolean isGivenAway() {
    return device.function().driver().filter(VFIO::equals).isPresent();
  }

  /// Whether a log told of it, which seldom tells its last driver.
  public boolean isLogged() {
    return !origin.isSysfs();
  }
}
