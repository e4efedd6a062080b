package dev.unhang.repair.recover;

import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.Risk;
import dev.unhang.repair.guard.DeviceState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Unbinds the driver and binds it again: everything in the driver is new, and the device may use
/// the bus again. The interface is destroyed meanwhile.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_probe() calls pci_set_master() (v6.1)
final class RebindDriver implements Rung {
  private static final About ABOUT =
      new About(
          new StepId("rebind-driver"),
          "unbind the driver and bind it again",
          new Risk.GuestsLoseNetwork(Duration.ofSeconds(10)),
          Duration.ofSeconds(12),
          true);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public List<String> commands(PortState port) {
    String folder = "/sys/bus/pci/drivers/" + port.driver();
    return List.of(
        "echo " + port.device() + " > " + folder + "/unbind",
        "echo " + port.device() + " > " + folder + "/bind");
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
