package dev.unhang.repair.recover;

import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.ResetStep;
import dev.unhang.repair.guard.DeviceState;
import java.util.List;
import java.util.Optional;

/// Unbinds the driver and binds it again: everything in the driver is new, and the device may use
/// the bus again. The interface is destroyed meanwhile.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_probe() calls pci_set_master() (v6.1)
final class RebindDriver implements Rung {
  @Override
  public ResetStep about() {
    return ResetStep.REBIND_DRIVER;
  }

  @Override
  public Optional<String> pointless(PortState port, Optional<DeviceState> device) {
    return device
        .filter(state -> !state.answers())
        .map(dead -> "the device does not answer: its driver would not find it");
  }

  @Override
  public List<KernelOrder> orders(PortState port) {
    return List.of(
        new KernelOrder.Bind(port.device(), port.driver(), false),
        new KernelOrder.Bind(port.device(), port.driver(), true));
  }
}
