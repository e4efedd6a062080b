package dev.unhang.logs.episode;

import dev.unhang.logs.message.BootMessages;
import dev.unhang.logs.message.MachineMessages;
import dev.unhang.logs.message.NicNames;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.id.BootId;
import dev.unhang.model.log.BootEnd;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.KernelEvent.AdapterReset;
import dev.unhang.model.log.KernelEvent.BootBegins;
import dev.unhang.model.log.KernelEvent.FaultReported;
import dev.unhang.model.log.KernelEvent.FenceBegins;
import dev.unhang.model.log.KernelEvent.HangReported;
import dev.unhang.model.log.KernelEvent.LinkChanged;
import dev.unhang.model.log.KernelEvent.Noticed;
import dev.unhang.model.log.KernelEvent.Renamed;
import dev.unhang.model.log.KernelEvent.ShutdownBegins;
import dev.unhang.model.log.KernelEvent.TransmitTimedOut;
import dev.unhang.model.log.KernelEvent.WatchdogFired;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts.Counts;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import dev.unhang.model.log.QueueTimeout;
import dev.unhang.model.log.SameNic;
import dev.unhang.model.log.Standstill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Joins what happened into episodes, and keeps what span of which boot the log holds.
public final class EpisodeTally {
  /// A host that hangs every five minutes for a month has 8,640.
  private static final int MAX_EPISODES = 10_000;

  /// Packets that may be stuck at once: NICs times queues. More is no host's.
  private static final int MAX_OPEN = 256;

  /// journald keeps far fewer boots.
  private static final int MAX_BOOTS = 10_000;

  private static final Duration AFTER_LINK_UP = Duration.ofSeconds(4);

  /// Uptimes of one boot may run back by this much: printk's stamps of two CPUs.
  private static final Duration BACKWARDS = Duration.ofSeconds(1);

  private static final Duration HALF_A_YEAR = Duration.ofDays(180);

  private final NicNames names = new NicNames();
  private final FaultTally faults = new FaultTally();
  private final NoticeTally notices = new NoticeTally();
  private final StandstillTally standstills = new StandstillTally();
  private final LinkStates links = new LinkStates();
  private final SortedMap<Integer, Episode> closed = new TreeMap<>();
  private final List<OpenEpisode> open = new ArrayList<>();
  private final List<LogCoverage> covers = new ArrayList<>();
  private @Nullable LinkChanged lastLinkUp;
  private Optional<BootId> boot = Optional.empty();
  private LogStamp from = LogStamp.NONE;
  private LogStamp to = LogStamp.NONE;
  private boolean anything;
  private boolean ofKernel;
  private boolean fromBoot;
  private Optional<String> kernel = Optional.empty();
  private boolean endsInOrder;
  private @Nullable FenceBegins fence;
  private long resets;
  private long watchdogs;
  private long linkUps;
  private long linkDowns;
  private long leftOut;
  private int begun;
  private int begunInEarlierBoots;

  /// Whether a record is the first of another boot. Boot ids decide where the log has them.
  public boolean isOfNextBoot(LogRecord record) {
    if (boot.isPresent() && record.boot().isPresent()) {
      return !boot.equals(record.boot());
    }
    return runsBackwards(record.at()) || BootMessages.isBanner(record) && !isStart(record.at());
  }

  /// Whether a boot's banner may stand here without another boot's beginning: few lines precede it.
  private boolean isStart(LogStamp at) {
    return !fromBoot
        && !endsInOrder
        && (from.equals(at)
            || Gap.between(from, at).filter(gap -> gap.compareTo(BACKWARDS) <= 0).isPresent());
  }

  /// Takes note of a record's time and of what it names, before its events.
  public void record(LogRecord record) {
    if (isOfNextBoot(record)) {
      bootEnds(follows(record.at()));
    }
    boot = record.boot().or(() -> boot);
    names.learn(record);
    if (!record.at().isKnown()) {
      return;
    }
    ofKernel |= record.isKernels();
    if (!anything) {
      anything = true;
      from = record.at();
    }
    to = record.at();
  }

  /// Takes note of what a line names that was put together from its pieces.
  public void learn(LogRecord mended) {
    names.learn(mended);
  }

  /// Parts of a paste need not be in order. Syslog's stamps name no year: half a year back is the
  /// turn of one.
  private static boolean isEarlier(LogStamp at, LogStamp other) {
    return Gap.between(other, at)
        .filter(gap -> gap.isNegative() && gap.abs().compareTo(HALF_A_YEAR) < 0)
        .isPresent();
  }

  private boolean runsBackwards(LogStamp at) {
    return at.uptime().isPresent()
        && to.uptime().isPresent()
        && at.uptime().get().micros() + BACKWARDS.toNanos() / 1000 < to.uptime().get().micros();
  }

  /// Takes what happened, in the order of the log.
  public void event(KernelEvent event) {
    switch (event) {
      case HangReported report -> hang(report);
      case AdapterReset reset -> {
        resets++;
        notices.add(reset, reset.nic(), Notice.ADAPTER_RESET);
        ended(reset.nic(), Outcome.RESET_BY_DRIVER, reset);
      }
      case LinkChanged link -> {
        boolean again = links.isSaidAgain(link.nic(), link.up());
        if (link.up()) {
          notices.add(link, link.nic(), Notice.LINK_UP, link.mode());
          linkUps++;
          lastLinkUp = link;
        } else {
          notices.add(link, link.nic(), again ? Notice.LINK_STILL_DOWN : Notice.LINK_DOWN);
          linkDowns++;
        }
        ended(link.nic(), Outcome.FREED_BY_LINK_CHANGE, link);
      }
      case WatchdogFired fired -> {
        watchdogs++;
        notices.add(fired, fired.nic(), Notice.WATCHDOG_FIRED);
        stands(fired, fired.nic(), fired.timeout(), true);
      }
      case TransmitTimedOut timeout -> {
        faults.add(timeout, timeout.nic(), Fault.TRANSMIT_TIMEOUT);
        stands(timeout, timeout.nic(), timeout.timeout(), false);
      }
      case Noticed noticed -> {
        notices.add(noticed, noticed.nic(), noticed.notice());
        if (noticed.notice() == Notice.ADAPTER_RESET || noticed.notice() == Notice.RESET_DONE) {
          ended(noticed.nic(), Outcome.RESET_BY_DRIVER, noticed);
        } else if (noticed.notice() == Notice.USB_RESET) {
          names
              .inPort(noticed.text())
              .ifPresent(nic -> ended(nic, Outcome.RESET_BY_DRIVER, noticed));
        }
      }
      case FaultReported fault -> faults.add(fault, fault.nic(), fault.fault());
      case FenceBegins begins -> fence = begins;
      case Renamed renamed -> {}
      case BootBegins begins -> {
        fromBoot = true;
        kernel = MachineMessages.kernel(begins.text());
      }
      case ShutdownBegins shutdown -> {
        endsInOrder = true;
        standstills.shutdown(shutdown);
        for (OpenEpisode episode : open) {
          if (episode.stillReportedAt(shutdown.at())) {
            episode.ended(Outcome.ENDED_BY_SHUTDOWN, shutdown);
          }
        }
      }
    }
  }

  private void hang(HangReported report) {
    Optional<OpenEpisode> same =
        latest(episode -> episode.isOfPacketOf(report))
            .or(() -> latest(episode -> episode.isJustBefore(report)));
    if (same.isPresent()) {
      same.get().add(report);
      return;
    }
    for (OpenEpisode episode : List.copyOf(open)) {
      if (episode.isOverWith(report)) {
        close(episode);
      }
    }
    if (open.size() == MAX_OPEN) {
      close(open.getFirst());
    }
    open.add(new OpenEpisode(begun++, report, isJustAfterLinkUp(report)));
  }

  private Optional<OpenEpisode> latest(Predicate<OpenEpisode> which) {
    return open.reversed().stream().filter(which).findFirst();
  }

  private boolean isJustAfterLinkUp(HangReported report) {
    return lastLinkUp != null
        && SameNic.is(lastLinkUp.nic(), report.nic())
        && Gap.between(lastLinkUp.at(), report.at())
            .map(gap -> !gap.isNegative() && gap.compareTo(AFTER_LINK_UP) <= 0)
            .orElse(false);
  }

  /// What the driver reports as a hang is told by its episode.
  private void stands(KernelEvent event, LoggedNic nic, QueueTimeout timeout, boolean byCore) {
    for (OpenEpisode episode : open) {
      if (SameNic.is(episode.nic(), nic) && episode.stillReportedAt(event.at())) {
        return;
      }
    }
    standstills.add(event, nic, timeout, byCore);
  }

  private void ended(LoggedNic nic, Outcome how, KernelEvent by) {
    standstills.ended(nic, how, by);
    for (OpenEpisode episode : open) {
      if (SameNic.is(episode.nic(), nic)) {
        episode.ended(how, by);
      }
    }
  }

  private void close(OpenEpisode episode) {
    open.remove(episode);
    if (closed.size() < MAX_EPISODES) {
      closed.put(episode.number(), episode.close(to));
    } else {
      leftOut++;
    }
  }

  /// Whether the boot that begins came after this one, as far as the time of day tells: a machine
  /// without a clock that runs on begins each boot at the same time.
  private boolean follows(LogStamp next) {
    return next.wall().isEmpty()
        || to.wall().isEmpty()
        || next.wall().get().isAfter(to.wall().get());
  }

  /// @param follows whether another boot is known to have come after it
  private void bootEnds(boolean follows) {
    if (!endsInOrder && follows) {
      for (OpenEpisode episode : open) {
        if (episode.stillReportedAt(to)) {
          endedWithoutShutdown(episode);
        }
      }
    }
    boolean fenced = fence != null;
    Outcome how =
        endsInOrder
            ? Outcome.UNKNOWN
            : fenced ? Outcome.FENCED_BY_WATCHDOG : Outcome.ENDED_BY_POWER_LOSS;
    standstills.bootEnds(names, to, Optional.of(how).filter(each -> follows || endsInOrder));
    BootEnd last = follows ? BootEnd.NO_SHUTDOWN_LOGGED : BootEnd.LOG_ENDS;
    end(endsInOrder ? BootEnd.SHUTDOWN : fenced ? BootEnd.FENCED : last);
    names.forget();
    boot = Optional.empty();
    from = LogStamp.NONE;
    to = LogStamp.NONE;
    anything = false;
    ofKernel = false;
    fromBoot = false;
    kernel = Optional.empty();
    endsInOrder = false;
    fence = null;
    lastLinkUp = null;
    links.forget();
  }

  private void endedWithoutShutdown(OpenEpisode episode) {
    if (fence == null) {
      episode.endedByPowerLoss();
    } else {
      episode.ended(Outcome.FENCED_BY_WATCHDOG, fence);
    }
  }

  /// The log ends here.
  public void endOfLog() {
    standstills.bootEnds(names, to, Optional.empty());
    end(endsInOrder ? BootEnd.SHUTDOWN : BootEnd.LOG_ENDS);
  }

  private void end(BootEnd how) {
    for (OpenEpisode episode : List.copyOf(open)) {
      close(episode);
    }
    for (Map.Entry<Integer, Episode> entry : closed.tailMap(begunInEarlierBoots).entrySet()) {
      Episode episode = entry.getValue();
      entry.setValue(episode.named(names.completed(episode.nic())));
    }
    int before = begunInEarlierBoots;
    begunInEarlierBoots = begun;
    faults.bootEnds(names);
    notices.bootEnds(names);
    // A log without one line of the kernel's would not hold a hang either.
    if (anything && ofKernel && covers.size() < MAX_BOOTS) {
      boolean inOrder = !isEarlier(to, from);
      covers.add(
          new LogCoverage(
              boot,
              kernel,
              inOrder ? from : to,
              inOrder ? to : from,
              fromBoot,
              how,
              before,
              begun - before));
    }
  }

  /// Every episode, in the order they began to be reported.
  public List<Episode> episodes() {
    return List.copyOf(closed.values());
  }

  /// A span for each boot.
  public List<LogCoverage> covers() {
    return List.copyOf(covers);
  }

  /// What else went wrong with NICs.
  public List<FaultLines> faults() {
    return faults.all();
  }

  /// Faults of devices that may be NICs or not.
  public List<FaultLines> strays() {
    return faults.strays();
  }

  /// What else was said of NICs and of the host.
  public List<NoticeLines> notices() {
    return notices.all();
  }

  /// When transmit queues stood still without a hang report.
  public List<Standstill> standstills() {
    return standstills.all();
  }

  /// Episodes beyond the bound, which are counted only.
  public long leftOut() {
    return leftOut;
  }

  /// Lines of each kind.
  public Counts counts() {
    return new Counts(resets, watchdogs, linkUps, linkDowns);
  }
}
