package dev.unhang.repair.recover;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import java.time.Duration;
import java.util.List;

/// The host as a recovery sees it; it is changed through an [dev.unhang.repair.execute.Entered]
/// alone.
public record RecoveryContext(HostView view, Clocks clocks) {
  private static final HostPath DEVICES = new HostPath("/sys/bus/pci/devices");
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  /// Probe and udev's renaming, on a slow machine.
  private static final Duration INTERFACE_WITHIN = Duration.ofSeconds(20);

  /// Waits until the function has an interface of that name again: the kernel makes it as `eth0`,
  /// and udev renames it a moment later.
  ///
  /// Throws CannotChange where it does not come.
  void awaitInterface(PciAddress device, InterfaceName nic) {
    HostPath folder = DEVICES.resolve(device.value()).resolve("net");
    Duration end = clocks.monotonic().plus(INTERFACE_WITHIN);
    List<String> names = List.of();
    while (clocks.monotonic().compareTo(end) < 0) {
      names = view.list(folder).known().orElse(List.of());
      if (names.contains(nic.value())) {
        return;
      }
      clocks.pause(LOOK_EVERY);
    }
    throw new CannotChange(
        "bring " + nic + " back",
        device.value(),
        names.isEmpty()
            ? "its driver made no interface within " + INTERFACE_WITHIN.toSeconds() + " s"
            : "it is called " + String.join(", ", names) + " now",
        names.isEmpty()
            ? "see why with: dmesg | tail; else power the host off, unplugged, for a minute"
            : "rename it: ip link set " + names.getFirst() + " name " + nic);
  }
}
