package dev.unhang.logs.episode;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.QueueTimeout;
import dev.unhang.model.log.Standstill;
import java.time.Duration;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One standstill while its lines come in.
final class OpenStandstill {
  /// The watchdog's line, the driver's own, and one a queue, all of one call.
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  /// The watchdog looks every 5 s in most drivers, every 15 s in few.
  ///
  /// Kernel: net/sched/sch_generic.c, dev_watchdog(), watchdog_timeo (v6.1)
  private static final Duration NEXT_LOOK = Duration.ofSeconds(16);

  /// A driver resets at once; a link takes some seconds more to come up.
  private static final Duration ENDS_IT = Duration.ofSeconds(30);

  private final KernelEvent begun;
  private final LoggedNic nic;
  private final NavigableSet<Integer> queues = new TreeSet<>();
  private LogStamp last;
  private QueueTimeout latest;
  private long lines;
  private boolean byCore;
  private @Nullable Duration lasted;
  private @Nullable Outcome outcome;
  private @Nullable Place outcomePlace;

  OpenStandstill(KernelEvent begun, LoggedNic nic, QueueTimeout timeout, boolean byCore) {
    this.begun = begun;
    this.nic = nic;
    this.last = begun.at();
    this.latest = timeout;
    add(begun, timeout, byCore);
  }

  LoggedNic nic() {
    return nic;
  }

  /// Whether a line tells of the same standstill: the queue has stood since the same moment, or
  /// nothing ended it since the line before.
  boolean continuesWith(KernelEvent event, QueueTimeout timeout) {
    if (!event.boot().equals(begun.boot())) {
      return false;
    }
    Optional<Duration> gap = Gap.between(last, event.at());
    boolean told = latest.lasted().isPresent() && timeout.lasted().isPresent();
    if (told && gap.isPresent() && isSameBegin(gap.get(), timeout)) {
      return true;
    }
    if (isWithin(gap, AT_ONCE)) {
      return outcome == null || saidByItself();
    }
    return outcome == null && !told && isWithin(gap, NEXT_LOOK);
  }

  private boolean isSameBegin(Duration gap, QueueTimeout timeout) {
    Duration longer = timeout.lasted().orElseThrow().minus(latest.lasted().orElseThrow());
    return longer.minus(gap).abs().compareTo(AT_ONCE) <= 0;
  }

  /// Whether only its own lines say that the driver resets the NIC.
  private boolean saidByItself() {
    return latest.resets();
  }

  private static boolean isWithin(Optional<Duration> gap, Duration limit) {
    return gap.map(each -> each.abs().compareTo(limit) <= 0).orElse(true);
  }

  void add(KernelEvent event, QueueTimeout timeout, boolean core) {
    lines++;
    last = event.at();
    latest = timeout;
    byCore |= core;
    timeout.queue().ifPresent(queues::add);
    timeout
        .lasted()
        .filter(each -> lasted == null || each.compareTo(lasted) > 0)
        .ifPresent(each -> lasted = each);
    outcome = timeout.resets() ? Outcome.RESET_BY_DRIVER : null;
    outcomePlace = timeout.resets() ? event.place() : null;
  }

  /// Something that ends standstills has happened; what comes much later ended none.
  void ended(Outcome how, KernelEvent by) {
    if (outcome == null && isWithin(Gap.between(last, by.at()), ENDS_IT)) {
      outcome = how;
      outcomePlace = by.place();
    }
  }

  /// Whether it may still have stood when the log, or its boot, ends.
  boolean stoodAt(LogStamp logEnd) {
    return outcome == null && isWithin(Gap.between(last, logEnd), NEXT_LOOK);
  }

  /// No more lines of it will come.
  ///
  /// @param otherwise how it ended where no line tells it
  Standstill close(Outcome otherwise) {
    return new Standstill(
        begun.boot(),
        nic,
        queues.stream().toList(),
        begun.at(),
        last,
        begun.place(),
        begun.text(),
        lines,
        byCore,
        Optional.ofNullable(lasted),
        outcome == null ? otherwise : outcome,
        Optional.ofNullable(outcomePlace));
  }
}
