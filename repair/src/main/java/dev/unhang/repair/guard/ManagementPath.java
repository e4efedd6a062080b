package dev.unhang.repair.guard;

import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.topology.Use;
import java.util.Optional;

/// A step that destroys the interface may cut off the person who asks, or the board's own way to be
/// managed.
final class ManagementPath implements Guard {
  /// Intel's names for the controllers that a management engine may share: `Ethernet Connection
  /// I217-LM`.
  private static final String SHARED = "-LM";

  @Override
  public String name() {
    return "management-path";
  }

  @Override
  public Optional<String> refuses(Risk risk, Circumstances now) {
    if (!(risk instanceof Risk.GuestsLoseNetwork) || now.sendsNothing()) {
      return Optional.empty();
    }
    if (now.isFor(Use.Kind.LOGIN)) {
      return Optional.of("you are logged in over it; do this from a console");
    }
    return isShared(now.nic())
        ? Optional.of(
            "a management engine may share this port, and whether it does is not known here")
        : Optional.empty();
  }

  private static boolean isShared(NicFacts nic) {
    return nic.device()
        .map(NicDevice.Pci::toString)
        .filter(text -> text.contains(SHARED))
        .isPresent();
  }
}
