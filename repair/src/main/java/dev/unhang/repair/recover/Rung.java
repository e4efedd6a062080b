package dev.unhang.repair.recover;

import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.ResetStep;
import dev.unhang.repair.guard.DeviceState;
import java.util.List;
import java.util.Optional;

/// A step of the ladder.
public interface Rung {
  /// What is told of it before it is done.
  ResetStep about();

  /// The plain commands that do the same.
  default List<String> commands(PortState port) {
    return about().commands(port.nic().value(), port.device().value(), port.driver());
  }

  /// Why it can't help that NIC, or would do harm; empty where it may help.
  ///
  /// @param device empty where that was not read
  Optional<String> pointless(PortState port, Optional<DeviceState> device);

  /// What the kernel is told, in this order.
  List<KernelOrder> orders(PortState port);
}
