package dev.unhang.repair.recover;

import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.Risk;
import dev.unhang.repair.guard.DeviceState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Sets the interface down and up: new rings, new interrupt. Addresses and routes of the port
/// itself go with it, and are restored.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000e_close(), e1000e_open() (v6.1)
final class BounceLink implements Rung {
  private static final About ABOUT =
      new About(
          new StepId("bounce-link"),
          "set the interface down and up",
          new Risk.LinkBlip(Duration.ofSeconds(6)),
          Duration.ofSeconds(8),
          false);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public List<String> commands(PortState port) {
    return List.of(
        "ip link set dev " + port.nic() + " down", "ip link set dev " + port.nic() + " up");
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
