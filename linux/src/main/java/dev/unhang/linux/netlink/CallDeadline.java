package dev.unhang.linux.netlink;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Bounds how long we wait for the kernel. A driver that is stuck with rtnl held makes sendto() and
/// ioctl() wait uninterruptibly, where no socket option and no signal helps; so questions are asked
/// by a thread of their own, which is left behind when it doesn't return.
///
/// While it is left behind, no other question is asked: it would only get stuck too. (The process
/// itself can't end before the kernel lets that thread go; what it has to say, it can say.)
///
/// The thread stays for a second after a question, so that those of one survey share it and what it
/// has opened. It stays in the network namespace of whoever asked first.
///
/// Kernel: net/ethtool/netlink.c, ethnl_default_doit(); net/core/rtnetlink.c, rtnl_lock() (v6.1)
public final class CallDeadline {
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final Duration limit;
  private final ThreadPoolExecutor asker;
  private final AtomicReference<@Nullable Future<?>> stuck = new AtomicReference<>();

  /// @param limit how long one question may take
  public CallDeadline(Duration limit) {
    this(limit, () -> {});
  }

  /// @param limit how long one question may take
  /// @param atEnd closes what questions left open; run by the thread that asked them, when it ends
  public CallDeadline(Duration limit, Runnable atEnd) {
    this.limit = limit;
    this.asker =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            work -> Thread.ofPlatform().daemon().name("ask-kernel").unstarted(then(work, atEnd)));
    asker.allowCoreThreadTimeOut(true);
  }

  private static Runnable then(Runnable work, Runnable atEnd) {
    return () -> {
      try {
        work.run();
      } finally {
        atEnd.run();
      }
    };
  }

  /// A question, asked on the one thread.
  @FunctionalInterface
  public interface Question<T> {
    /// Asks it.
    T ask() throws KernelFailure;
  }

  /// Asks, and waits for the answer no longer than the limit.
  public <T> T await(Question<T> question) throws KernelFailure {
    Future<?> left = stuck.get();
    if (left != null && !left.isDone()) {
      throw new NoAnswer("an earlier question to the kernel is still without an answer");
    }
    return collect(asker.submit(question::ask));
  }

  private <T> T collect(Future<T> task) throws KernelFailure {
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      stuck.set(task);
      throw new NoAnswer(
          "no answer within " + limit.toSeconds() + " s: a driver may be stuck with rtnl held");
    } catch (InterruptedException interrupted) {
      stuck.set(task);
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
