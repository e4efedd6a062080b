package dev.unhang.repair.recover;

import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.ResetStep;
import dev.unhang.repair.guard.DeviceState;
import java.util.List;
import java.util.Optional;

/// Sets the interface down and up: new rings, new interrupt. Addresses and routes of the port
/// itself go with it, and are restored.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000e_close(), e1000e_open() (v6.1)
final class BounceLink implements Rung {
  @Override
  public ResetStep about() {
    return ResetStep.BOUNCE_LINK;
  }

  @Override
  public Optional<String> pointless(PortState port, Optional<DeviceState> device) {
    return device.flatMap(AdapterReset::pointless);
  }

  @Override
  public List<KernelOrder> orders(PortState port) {
    return List.of(
        new KernelOrder.SetUp(port.nic(), false), new KernelOrder.SetUp(port.nic(), true));
  }
}
