package dev.unhang.fleet.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks many hosts, some at a time. One that fails fails alone.
public final class FleetScan {
  private final Consumer<HostResult> telling;
  private final List<Thread> workers = new ArrayList<>();
  private volatile boolean stopped;

  /// A host, and how it is asked.
  ///
  /// @param name what the person calls it; no two are called alike
  /// @param ask asks it and waits; an interrupt ends it
  public record Ask(String name, Supplier<HostResult> ask) {}

  /// @param telling told of each result as it comes, one at a time
  public FleetScan(Consumer<HostResult> telling) {
    this.telling = telling;
  }

  /// Asks all of them; those that were not asked when it was stopped are told as such.
  ///
  /// @param parallel how many at once
  public void run(List<Ask> hosts, int parallel) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    synchronized (workers) {
      for (int i = 0; i < Math.min(parallel, hosts.size()); i++) {
        workers.add(Thread.ofVirtual().name("ask").unstarted(() -> work(hosts, next)));
      }
    }
    for (Thread worker : workers) {
      worker.start();
    }
    for (Thread worker : workers) {
      worker.join();
    }
  }

  private void work(List<Ask> hosts, AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < hosts.size(); i = next.getAndIncrement()) {
      Ask host = hosts.get(i);
      HostResult result =
          stopped
              ? HostResult.notKnown(host.name(), NotKnown.NOT_ASKED, "interrupted")
              : asked(host);
      synchronized (telling) {
        telling.accept(result);
      }
    }
  }

  private static HostResult asked(Ask host) {
    try {
      return host.ask().get();
    } catch (RuntimeException bug) {
      return HostResult.notKnown(
          host.name(), NotKnown.NO_ANSWER, "its answer could not be read: " + bug);
    } catch (OutOfMemoryError full) {
      return HostResult.notKnown(
          host.name(), NotKnown.TOO_MUCH, "its answer needs more memory than there is");
    }
  }

  /// Asks no more hosts, and ends those that are being asked.
  public void stop() {
    stopped = true;
    synchronized (workers) {
      workers.forEach(Thread::interrupt);
    }
  }
}
