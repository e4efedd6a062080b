package dev.unhang.app.watching;

import dev.unhang.app.wiring.Host;
import dev.unhang.linux.service.Memory;
import dev.unhang.linux.service.ServiceManager;
import dev.unhang.linux.service.Signals;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.Prober;
import dev.unhang.model.host.Running;
import dev.unhang.watch.order.Site;
import dev.unhang.watch.policy.Policy;
import dev.unhang.watch.policy.PolicyFault;
import dev.unhang.watch.policy.PolicyFile;
import dev.unhang.watch.policy.PolicyReading;
import dev.unhang.watch.run.Watch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// The watch from its start to its end: it follows the kernel's log, hears signals, tells systemd
/// that it is alive from the very loop that decides, and ends when nothing is half done.
public final class WatchService {
  /// What is queued is taken at once; only the next sample and the next deadline wait for a turn.
  private static final Duration TURN = Duration.ofMillis(250);

  /// A recovery that goes on is waited for; systemd's own patience is longer.
  private static final Duration END_WITHIN = Duration.ofSeconds(80);

  private static final Duration DELIVER_EVERY = Duration.ofSeconds(1);

  private static final Duration FOLLOW_AGAIN = Duration.ofSeconds(1);

  private final Host host;
  private final WatchDesk desk;
  private final HeardLog heard;
  private final Watch watch;
  private final ServiceManager manager;
  private final ExecutorService workers;
  private final Publisher publishing;
  private final AtomicBoolean reload = new AtomicBoolean();
  private final AtomicBoolean stop = new AtomicBoolean();

  /// @param heard is given what the kernel says
  public WatchService(
      Host host, Prober prober, WatchDesk desk, HeardLog heard, ServiceManager manager) {
    this.host = host;
    this.heard = heard;
    this.desk = desk;
    this.manager = manager;
    this.workers =
        Executors.newCachedThreadPool(
            work -> Thread.ofPlatform().daemon().name("watch").unstarted(work));
    this.watch =
        new Watch(
            new Site(
                host.view(), host.control(), host.ledger(), host.clocks(), prober, host.writer()),
            desk,
            workers);
    this.publishing = new Publisher(host.view(), host.ledger(), watch::standing, desk::say);
  }

  /// Watches until it is told to end.
  public void run(Policy policy) {
    Memory.lock().ifPresent(why -> desk.say("its memory can't be locked: " + why));
    Signals.hear("HUP", () -> reload.set(true));
    Signals.hear("TERM", () -> stop.set(true));
    Signals.hear("INT", () -> stop.set(true));
    open(policy);
    Running following = follow();
    try {
      watch.start(policy);
      manager.ready("watching");
      desk.say("watching; recover = " + policy.usual().recover().word());
      workers.execute(this::drill);
      workers.execute(this::deliver);
      workers.execute(this::publish);
      Optional<Duration> end = Optional.empty();
      while (end.isEmpty() || watch.isBusy() && now().compareTo(end.get()) < 0) {
        following = followed(following);
        watch.turn(TURN);
        manager.alive();
        if (reload.compareAndSet(true, false)) {
          reload();
        }
        if (stop.get() && end.isEmpty()) {
          manager.stopping();
          end = Optional.of(now().plus(END_WITHIN));
        }
      }
      desk.say("ended; no NIC is watched any more");
    } finally {
      following.close();
      workers.shutdownNow();
      publishing.end();
    }
  }

  private void open(Policy policy) {
    desk.office().open(policy.alerting());
    publishing.open(policy.publishing());
  }

  private Duration now() {
    return host.clocks().monotonic();
  }

  private void drill() {
    if (!FireDrill.play()) {
      desk.say("the fire drill on the simulated host failed: a cure may need the disk");
    }
  }

  /// By a thread of its own: a network that is gone makes it wait.
  private void deliver() {
    while (!stop.get() && !Thread.currentThread().isInterrupted()) {
      if (!desk.office().sendOne()) {
        host.clocks().pause(DELIVER_EVERY);
      }
    }
  }

  /// By a thread of its own: a disk that is gone makes it wait.
  private void publish() {
    while (!stop.get() && !Thread.currentThread().isInterrupted()) {
      publishing.publish();
      host.clocks().pause(Publisher.EVERY);
    }
  }

  private Running follow() {
    return host.events()
        .followKernelLog((chunk, offset, length) -> {
          heard.accept(chunk, offset, length);
          watch.kernelLog(chunk, offset, length);
        });
  }

  /// A log that ended is followed again: journald restarts, and dmesg can be killed.
  private Running followed(Running following) {
    if (following.exit().isEmpty()) {
      return following;
    }
    desk.say("the kernel log can't be followed any further: " + following.errorText().strip());
    following.close();
    host.clocks().pause(FOLLOW_AGAIN);
    return follow();
  }

  /// A policy that can't be followed changes nothing.
  private void reload() {
    try {
      switch (PolicyText.read(host.view(), PolicyFile.PATH)) {
        case PolicyReading.Good good -> {
          watch.reload(good.policy());
          open(good.policy());
          desk.say("another policy; recover = " + good.policy().usual().recover().word());
        }
        case PolicyReading.Bad bad -> {
          bad.faults().forEach(fault -> desk.say(words(fault)));
          desk.say("the former policy stays in force");
        }
      }
    } catch (UnhangException unread) {
      desk.say(unread.getMessage() + "; the former policy stays in force");
    }
  }

  private static String words(PolicyFault fault) {
    return PolicyFile.PATH + ":" + fault.line() + ":" + fault.column() + ": " + fault.why();
  }
}
