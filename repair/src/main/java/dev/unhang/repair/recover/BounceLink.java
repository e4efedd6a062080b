package dev.unhang.repair.recover;

import dev.unhang.model.change.PortState;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.name.StepId;
import dev.unhang.model.plan.Risk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Sets the interface down and up: new rings, new interrupt. Addresses and routes of the port
/// itself go with it, and are put back.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000e_close(), e1000e_open() (v6.1)
final class BounceLink implements Rung {
  private static final StepId ID = new StepId("bounce-link");
  private static final Risk RISK = new Risk.LinkBlip(Duration.ofSeconds(6));
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public String title() {
    return "set the interface down and up";
  }

  @Override
  public List<String> commands(PortState port) {
    return List.of(
        "ip link set dev " + port.nic() + " down", "ip link set dev " + port.nic() + " up");
  }

  @Override
  public Risk risk() {
    return RISK;
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }

  @Override
  public boolean destroysInterface() {
    return false;
  }

  @Override
  public Optional<String> pointless(DeviceState device) {
    return AdapterReset.pointless(device);
  }

  @Override
  public void carryOut(Hands hands, PortState port) {
    hands.control().order(new KernelOrder.SetUp(port.nic(), false));
    hands.control().order(new KernelOrder.SetUp(port.nic(), true));
  }
}
