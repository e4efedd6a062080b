package dev.unhang.repair.recover;

import dev.unhang.model.change.PortState;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.name.StepId;
import dev.unhang.model.plan.Risk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Takes the device out of the kernel's list and has the bus looked at again: the kernel's own
/// state of the device is new too.
///
/// Kernel: drivers/pci/pci-sysfs.c, remove_store(), rescan_store() (v6.1)
final class RescanBus implements Rung {
  private static final StepId ID = new StepId("rescan-bus");
  private static final Risk RISK = new Risk.GuestsLoseNetwork(Duration.ofSeconds(15));
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public String title() {
    return "remove the device from the bus and look for it again";
  }

  @Override
  public List<String> commands(PortState port) {
    return List.of(
        "echo 1 > /sys/bus/pci/devices/" + port.device() + "/remove",
        "echo 1 > /sys/bus/pci/rescan");
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
    return true;
  }

  @Override
  public Optional<String> pointless(DeviceState device) {
    return Optional.empty();
  }

  @Override
  public void carryOut(Hands hands, PortState port) {
    hands.control().order(new KernelOrder.RemoveFunction(port.device()));
    hands.control().order(new KernelOrder.RescanBus());
    hands.awaitInterface(port.device(), port.nic());
  }
}
