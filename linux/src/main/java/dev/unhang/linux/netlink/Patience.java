package dev.unhang.linux.netlink;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Bounds how long we wait for the kernel. A driver that is stuck with rtnl held makes sendto() and
/// ioctl() wait uninterruptibly, where no socket option and no signal helps; so each question is
/// asked by a thread of its own, which is left behind when it doesn't return.
///
/// While one is left behind, no other question is asked: it would only get stuck too. (The process
/// itself can't end before the kernel lets that thread go; what it has to say, it can say.)
///
/// Kernel: net/ethtool/netlink.c, ethnl_default_doit(); net/core/rtnetlink.c, rtnl_lock() (v6.1)
public final class Patience {
  private final Duration limit;
  private final AtomicReference<@Nullable Thread> stuck = new AtomicReference<>();

  /// @param limit how long one question may take
  public Patience(Duration limit) {
    this.limit = limit;
  }

  /// A question that opens what it needs and closes it again, on one thread.
  @FunctionalInterface
  public interface Question<T> {
    /// Asks it.
    T ask() throws KernelFailure;
  }

  /// Asks, and waits for the answer no longer than the limit. The asking thread stays in the
  /// caller's network namespace.
  public <T> T await(Question<T> question) throws KernelFailure {
    Thread left = stuck.get();
    if (left != null && left.isAlive()) {
      throw new NoAnswer("an earlier question to the kernel is still without an answer");
    }
    FutureTask<T> task = new FutureTask<>(question::ask);
    Thread asker = Thread.ofPlatform().daemon().name("ask-kernel").start(task);
    return collect(task, asker);
  }

  private <T> T collect(FutureTask<T> task, Thread asker) throws KernelFailure {
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      stuck.set(asker);
      throw new NoAnswer(
          "no answer within " + limit.toSeconds() + " s: a driver may be stuck with rtnl held");
    } catch (InterruptedException interrupted) {
      stuck.set(asker);
      Thread.currentThread().interrupt();
      throw new NoAnswer("the waiting for an answer was interrupted");
    } catch (ExecutionException failed) {
      throw rethrown(failed.getCause());
    }
  }

  private static KernelFailure rethrown(@Nullable Throwable cause) {
    return switch (cause) {
      case KernelFailure failure -> failure;
      case RuntimeException ours -> throw ours;
      case Error worse -> throw worse;
      case null, default -> throw new IllegalStateException(cause);
    };
  }
}
