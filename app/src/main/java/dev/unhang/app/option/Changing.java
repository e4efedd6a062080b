package dev.unhang.app.option;

import dev.unhang.app.wiring.Host;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.repair.Alone;
import java.util.function.Supplier;

/// Runs what changes a host, alone and as a user who may.
public final class Changing {
  private Changing() {}

  /// Throws NeedsRoot before anything else is looked at.
  public static void needsRoot(Host host, String what) {
    if (!host.mayChange().getAsBoolean()) {
      throw new NeedsRoot(
          what, "", "only root may change the network", "try again as root: sudo unhang …");
    }
  }

  /// With the writer's lock held.
  public static <T> T alone(Host host, Supplier<T> work) {
    return Alone.with(host.writer().get(), host.view(), host.ledger(), work);
  }
}
