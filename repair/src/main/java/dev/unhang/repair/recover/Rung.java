package dev.unhang.repair.recover;

import dev.unhang.model.change.PortState;
import dev.unhang.model.name.StepId;
import dev.unhang.model.plan.Risk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A step of the ladder.
public interface Rung {
  /// Its id; `docs/steps` has a page of that name.
  StepId id();

  /// What it does, in words.
  String title();

  /// The plain commands that do the same.
  List<String> commands(PortState port);

  /// What it may cost.
  Risk risk();

  /// How long it may take until the NIC sends again: the link has to be negotiated.
  Duration patience();

  /// Whether the interface is destroyed, and everything that sits on it has to be put back.
  boolean destroysInterface();

  /// Why it can't help a NIC in that state, or would do harm; empty where it may help.
  Optional<String> pointless(DeviceState device);

  /// Does it. Returns once the interface is there again, by its name.
  void carryOut(Hands hands, PortState port);
}
