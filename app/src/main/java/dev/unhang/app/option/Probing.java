package dev.unhang.app.option;

import dev.unhang.findings.witness.WitnessTarget;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.ProbeAnswer;
import dev.unhang.model.host.Prober;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Probes every target again and again, each in a thread of its own, so that one that is dark holds
/// no host up.
public final class Probing implements AutoCloseable {
  /// More than a round of all targets: who takes them out is never far behind.
  private static final int WAITING = 4096;

  private final Prober prober;
  private final Clocks clocks;
  private final Duration interval;
  private final Duration patience;
  private final BlockingQueue<Probed> done = new ArrayBlockingQueue<>(WAITING);
  private final List<Thread> threads = new ArrayList<>();

  /// What came of one probe.
  public record Probed(String target, Instant sent, ProbeAnswer answer) {}

  public Probing(Prober prober, Clocks clocks, Duration interval, Duration patience) {
    this.prober = prober;
    this.clocks = clocks;
    this.interval = interval;
    this.patience = patience;
  }

  /// Begins. Probes are spread over the interval, so that they don't leave in one burst.
  public void start(List<WitnessTarget> targets) {
    Duration begun = clocks.monotonic();
    for (int i = 0; i < targets.size(); i++) {
      WitnessTarget target = targets.get(i);
      Duration first = begun.plus(interval.multipliedBy(i).dividedBy(targets.size()));
      threads.add(
          Thread.ofPlatform().daemon().name("probe " + i).start(() -> probe(target, first)));
    }
  }

  private void probe(WitnessTarget target, Duration first) {
    Duration next = first;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        clocks.pause(positive(next.minus(clocks.monotonic())));
        Instant sent = clocks.wall();
        done.put(new Probed(target.name(), sent, prober.probe(target.probe(), patience)));
        Duration late = positive(clocks.monotonic().minus(next));
        next = next.plus(interval.multipliedBy(late.dividedBy(interval) + 1));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration positive(Duration span) {
    return span.isNegative() ? Duration.ZERO : span;
  }

  /// What came of the next probe; empty where none ends within a while.
  public Optional<Probed> next(Duration longest) {
    try {
      return Optional.ofNullable(done.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
