package dev.unhang.watch.run;

import dev.unhang.hosts.HostReading;
import dev.unhang.logs.LogRecords;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import dev.unhang.repair.guard.HoldFile;
import dev.unhang.watch.machine.Event;
import dev.unhang.watch.machine.Moment;
import dev.unhang.watch.machine.Order;
import dev.unhang.watch.machine.WatchMachine;
import dev.unhang.watch.order.NicRoll;
import dev.unhang.watch.order.PastReading;
import dev.unhang.watch.order.Site;
import dev.unhang.watch.policy.Policy;
import dev.unhang.watch.sense.KernelSense;
import dev.unhang.watch.sense.KernelWord;
import dev.unhang.watch.sense.WatchedNic;
import dev.unhang.watch.standing.Standing;
import dev.unhang.watch.standing.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The watch on one host. Whoever has something to say queues it; one thread at a time calls
/// [#turn], and nothing else touches the machine.
public final class Watch {
  /// More lines that tell of a hang than a host logs between two turns. Results of orders are never
  /// lost: no more go on than were ordered.
  private static final int MOST_QUEUED = 10_000;

  /// Interfaces are listed, and the hold is looked for, once in this time.
  private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

  /// What sits on a card changes without an interface coming or going: a cluster's link.
  private static final Duration SURVEY = Duration.ofMinutes(5);

  private static final int BOOT_SHOWN = 8;
  private static final HostPath CLASS_NET = new HostPath("/sys/class/net");

  private final Site site;
  private final Desk desk;
  private final Executor workers;
  private final Carrying carrying;
  private final WatchMachine machine = new WatchMachine();
  private final KernelSense kernel = new KernelSense();
  private final LogRecords records = new LogRecords(new Origin("kernel log"), this::record);
  private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger lines = new AtomicInteger();
  private final AtomicBoolean lookingAround = new AtomicBoolean();
  private final AtomicLong overflown = new AtomicLong();
  private final Tally tally = new Tally();
  private final Moment begun;
  private volatile Standing standing;
  private volatile List<String> interfaces = List.of();
  private volatile Optional<String> held = Optional.empty();
  private volatile Optional<Duration> surveyed = Optional.empty();
  private volatile int troublesTold;
  private Optional<Duration> lookedAround = Optional.empty();

  /// @param workers lends threads to carry orders out, one an order; a simulated host needs none
  public Watch(Site site, Desk desk, Executor workers) {
    this.site = site;
    this.desk = desk;
    this.workers = workers;
    this.carrying = new Carrying(site, desk);
    this.begun = carrying.now();
    this.standing = stand();
  }

  /// Begins: what a former watch did is read from the ledger.
  public void start(Policy policy) {
    String boot =
        HostReading.boot(site.view()).map(id -> id.value().substring(0, BOOT_SHOWN)).orElse("boot");
    take(
        new Event.Started(carrying.now(), policy, PastReading.read(site, desk.unfinished()), boot));
    lookAround();
  }

  /// There is another policy. May be called by any thread.
  public void reload(Policy policy) {
    queue.add(new Event.Reloaded(carrying.now(), policy));
  }

  /// Takes whole records of the kernel's log, as it is followed. Called by one thread.
  public void kernelLog(byte[] chunk, int offset, int length) {
    records.acceptRecords(chunk, offset, length);
    List<Trouble> met = records.troubles();
    for (Trouble trouble : met.subList(Math.min(troublesTold, met.size()), met.size())) {
      desk.say(trouble.toString());
    }
    troublesTold = met.size();
  }

  private void record(LogRecord record) {
    for (KernelWord word : kernel.accept(record)) {
      if (word.stuck().isPresent() && lines.incrementAndGet() <= MOST_QUEUED) {
        queue.add(new Event.KernelSaid(carrying.now(), word));
      } else if (word.stuck().isPresent()) {
        lines.decrementAndGet();
        overflown.incrementAndGet();
      }
    }
  }

  /// How things stand, as of the last turn. May be called by any thread.
  public Standing standing() {
    return standing;
  }

  /// Lines of a flooded log that were passed over come again while a NIC hangs.
  private Standing stand() {
    return new Standing(
        begun,
        carrying.now(),
        machine.held(),
        machine.nics(),
        tally.counts(),
        machine.distrusted(),
        overflown.get(),
        troublesTold);
  }

  /// Whether the host is being changed now.
  public boolean isBusy() {
    return machine.isBusy();
  }

  /// Takes what has happened, waits at most so long for it, and orders what follows.
  public void turn(Duration patience) {
    try {
      Event first = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      for (Event event = first; event != null; event = queue.poll()) {
        take(event);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    take(new Event.Ticked(carrying.now()));
    standing = stand();
    boolean isDue =
        lookedAround
            .map(at -> site.clocks().monotonic().minus(at).compareTo(LOOK_AROUND) >= 0)
            .orElse(true);
    if (isDue && lookingAround.compareAndSet(false, true)) {
      lookedAround = Optional.of(site.clocks().monotonic());
      workers.execute(() -> {
        try {
          lookAround();
        } finally {
          lookingAround.set(false);
        }
      });
    }
  }

  private void take(Event event) {
    if (event instanceof Event.KernelSaid) {
      lines.decrementAndGet();
    }
    tally.happened(event);
    for (Order order : machine.accept(event)) {
      tally.ordered(order);
      workers.execute(() -> carrying.out(order).ifPresent(queue::add));
    }
  }

  /// The survey takes a while, and is made where an interface came or went, and now and then. One
  /// that fails is made again.
  private void lookAround() {
    try {
      hold();
      survey();
    } catch (RuntimeException failed) {
      desk.say("the host could not be surveyed: " + failed);
    }
  }

  private void hold() {
    Optional<String> now = HoldFile.why(site.view());
    if (!now.equals(held)) {
      held = now;
      queue.add(new Event.Held(carrying.now(), now));
    }
  }

  private void survey() {
    List<String> names = site.view().list(CLASS_NET).known().orElse(interfaces);
    Duration at = site.clocks().monotonic();
    boolean isOld = surveyed.map(then -> at.minus(then).compareTo(SURVEY) >= 0).orElse(true);
    if (isOld || !names.equals(interfaces)) {
      List<WatchedNic> nics = NicRoll.read(site.view());
      interfaces = names;
      surveyed = Optional.of(at);
      queue.add(new Event.NicsSeen(carrying.now(), nics));
    }
  }
}
