package dev.unhang.app.option;

import dev.unhang.app.wiring.Host;
import dev.unhang.hosts.HostReading;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.model.error.UnhangException;
import dev.unhang.repair.CutTrials;
import java.util.function.Supplier;

/// Runs what changes a host, alone and as somebody who may.
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
    AutoCloseable lock = host.writer().get();
    try {
      CutTrials.settle(host.ledger(), HostReading.boot(host.view()));
      return work.get();
    } finally {
      release(lock);
    }
  }

  private static void release(AutoCloseable lock) {
    try {
      lock.close();
    } catch (UnhangException ours) {
      throw ours;
    } catch (RuntimeException bug) {
      throw bug;
    } catch (Exception unlock) {
      throw new CannotChange("release the lock", "", unlock.toString(), "see /run/unhang/lock");
    }
  }
}
