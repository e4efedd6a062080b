package dev.unhang.repair.recover;

import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.Risk;
import dev.unhang.repair.guard.DeviceState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Takes the device out of the kernel's list and has the bus looked at again: the kernel's own
/// state of the device is new too.
///
/// Kernel: drivers/pci/pci-sysfs.c, remove_store(), rescan_store() (v6.1)
final class RescanBus implements Rung {
  private static final About ABOUT =
      new About(
          new StepId("rescan-bus"),
          "remove the device from the bus and look for it again",
          new Risk.GuestsLoseNetwork(Duration.ofSeconds(15)),
          Duration.ofSeconds(12),
          true);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public List<String> commands(PortState port) {
    return List.of(
        "echo 1 > /sys/bus/pci/devices/" + port.device() + "/remove",
        "echo 1 > /sys/bus/pci/rescan");
  }

  @Override
  public Optional<String> pointless(PortState port, Optional<DeviceState> device) {
    return Optional.empty();
  }

  @Override
  public List<KernelOrder> orders(PortState port) {
    return List.of(new KernelOrder.RemoveFunction(port.device()), new KernelOrder.RescanBus());
  }
}
