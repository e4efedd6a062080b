package dev.unhang.repair.recover;

import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.ResetStep;
import dev.unhang.repair.guard.DeviceState;
import java.util.List;
import java.util.Optional;

/// Takes the device out of the kernel's list and has the bus looked at again: the kernel's own
/// state of the device is new too.
///
/// Kernel: drivers/pci/pci-sysfs.c, remove_store(), rescan_store() (v6.1)
final class RescanBus implements Rung {
  @Override
  public ResetStep about() {
    return ResetStep.RESCAN_BUS;
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
