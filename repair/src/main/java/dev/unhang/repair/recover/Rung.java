package dev.unhang.repair.recover;

import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.Risk;
import dev.unhang.repair.guard.DeviceState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A step of the ladder.
public interface Rung {
  /// What is told of it before it is done.
  About about();

  /// The plain commands that do the same.
  List<String> commands(PortState port);

  /// Why it can't help that NIC, or would do harm; empty where it may help.
  ///
  /// @param device empty where that was not read
  Optional<String> pointless(PortState port, Optional<DeviceState> device);

  /// What the kernel is told, in this order.
  List<KernelOrder> orders(PortState port);

  /// What is told of a rung before it is done.
  ///
  /// @param id `docs/steps` has a page of that name
  /// @param title what it does, in words
  /// @param risk what it may cost
  /// @param patience how long it may take until the NIC sends again: the link has to be negotiated
  /// @param destroysInterface whether everything that sits on it has to be restored
  record About(StepId id, String title, Risk risk, Duration patience, boolean destroysInterface) {}
}
