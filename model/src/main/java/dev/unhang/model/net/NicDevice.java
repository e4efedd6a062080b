package dev.unhang.model.net;

import dev.unhang.model.evidence.Reading;
import java.util.Optional;

/// The device behind an interface, by the bus it sits on.
///
/// Kernel: Documentation/ABI/testing/sysfs-class-net, "device" (v6.1)
public sealed interface NicDevice {
  /// On PCI, or on something that sits on one PCI function, as virtio does.
  ///
  /// @param function what the PCI core knows
  /// @param board vendor of the board, by name
  /// @param chip empty for kinds not listed
  /// @param link absent without one
  /// @param removable whether it is behind a port that leads out of the machine, as in a dock;
  ///   empty where the firmware doesn't tell
  record Pci(
      PciFunction function,
      Optional<String> board,
      Optional<Chip> chip,
      Reading<PcieLink> link,
      Optional<Boolean> removable)
      implements NicDevice {}

  /// On USB: an adapter, or a dock.
  ///
  /// @param port `2-1.4`: the bus, and the ports on the way
  /// @param id vendor and product, `0bda:8153`
  /// @param product as the device calls itself
  /// @param speedMegabits Mb/s
  ///
  ///   Kernel: Documentation/ABI/testing/sysfs-bus-usb (v6.1)
  record Usb(
      String port, Optional<String> id, Optional<String> product, Optional<String> speedMegabits)
      implements NicDevice {}

  /// On anything else.
  ///
  /// @param name as sysfs calls the device
  record Other(String name) implements NicDevice {}
}
