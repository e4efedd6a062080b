package dev.unhang.repair;

import dev.unhang.hosts.HostReading;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.HostView;
import java.util.function.Supplier;

/// Whoever changes a host does it alone: with the writer's lock held, and trials that were cut off
/// settled.
public final class Alone {
  private Alone() {}

  /// Does the work, and releases the lock.
  ///
  /// @param lock the writer's
  public static <T> T with(
      AutoCloseable lock, HostView view, ChangeLedger ledger, Supplier<T> work) {
    try {
      CutTrials.settle(ledger, HostReading.boot(view));
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
