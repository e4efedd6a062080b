package dev.unhang.logs.episode;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.KernelEvent.HangReported;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.SameNic;
import dev.unhang.model.log.StuckFor;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One episode while its reports come in.
final class OpenEpisode {
  /// Header-only reports closer than this to the one before are of the same episode.
  private static final Duration HEADERS_APART = Duration.ofSeconds(10);

  /// The first report of a packet comes at most this late at 1 Gb/s: the driver looks every 2 s,
  /// and chips that have to flush a burst report only the second time.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_watchdog_task() (v6.1)
  private static final Duration LATEST_FIRST_REPORT = Duration.ofSeconds(6);

  /// At 100 and 10 Mb/s the driver waits 10 and 16 s instead of 1 s.
  private static final Duration SLOW_LINK = Duration.ofSeconds(16);

  /// After this long the kernel's own watchdog would have reset the adapter, had it been able to:
  /// it waits 5 s from the last packet sent, which may be 5 s behind the stuck one, and fires up to
  /// 5 s late before v6.10 (33fb988b6705).
  ///
  /// Kernel: net/sched/sch_generic.c, dev_watchdog()
  private static final Duration RESET_WOULD_HAVE_COME = Duration.ofSeconds(20);

  /// The same below 1 Gb/s, where the first report comes later.
  private static final Duration SLOW_RESET_WOULD_HAVE_COME = Duration.ofSeconds(35);

  private static final long SPEED_1000 = 0x80;
  private static final String QUEUE = "Tx Queue";

  private final int number;
  private final HangReported first;
  private final boolean justAfterLinkUp;
  private HangReported firstWithRegisters;
  private HangReported last;
  private long dumps = 1;
  private @Nullable Outcome outcome;
  private @Nullable Place outcomePlace;

  /// @param number counts the episodes of a log, in the order they begin
  OpenEpisode(int number, HangReported first, boolean justAfterLinkUp) {
    this.number = number;
    this.first = first;
    this.firstWithRegisters = first;
    this.last = first;
    this.justAfterLinkUp = justAfterLinkUp;
  }

  int number() {
    return number;
  }

  LoggedNic nic() {
    return first.nic();
  }

  LogStamp lastAt() {
    return last.at();
  }

  /// Whether a report is of the same stuck packet.
  boolean continuesWith(HangReported report) {
    if (!report.boot().equals(first.boot()) || !SameNic.is(first.nic(), report.nic())) {
      return false;
    }
    if (report.dump().isHeaderOnly() || firstWithRegisters.dump().isHeaderOnly()) {
      return Gap.between(last.at(), report.at())
          .map(gap -> gap.abs().compareTo(HEADERS_APART) < 0)
          .orElse(true);
    }
    return isOfSameQueue(report)
        && same(report, Field.NEXT_TO_CLEAN.label())
        && same(report, Field.TIME_STAMP.label());
  }

  /// Queues of one NIC can hang at the same time.
  boolean isOfSameQueue(HangReported report) {
    return same(report, QUEUE);
  }

  private boolean same(HangReported report, String label) {
    String here = firstWithRegisters.dump().registers().get(label);
    String there = report.dump().registers().get(label);
    return here == null || there == null || here.equals(there);
  }

  void add(HangReported report) {
    dumps++;
    if (firstWithRegisters.dump().isHeaderOnly()) {
      firstWithRegisters = report;
    }
    if (!report.dump().isHeaderOnly() || last.dump().isHeaderOnly()) {
      last = report;
    }
    outcome = null;
    outcomePlace = null;
  }

  /// Something that ends hangs has happened. If the same packet is reported again, it did not.
  void ended(Outcome how, KernelEvent by) {
    if (outcome == null) {
      outcome = how;
      outcomePlace = by.place();
    }
  }

  /// The boot ended without a word while reports were coming. What happened is the last thing its
  /// log holds, so no line can be named for it.
  void endedByPowerLoss() {
    if (outcome == null) {
      outcome = Outcome.ENDED_BY_POWER_LOSS;
    }
  }

  /// No more reports of it will come.
  ///
  /// @param logEnd where the log of this boot ends
  Episode close(LogStamp logEnd) {
    Optional<StuckFor> stuck = TickRate.stuck(firstWithRegisters, last);
    return new Episode(
        first.boot(),
        first.nic(),
        queue(),
        firstIsAt(),
        first.at(),
        last.at(),
        first.place(),
        last.place(),
        first.text(),
        dumps,
        firstWithRegisters.dump(),
        RingArithmetic.of(firstWithRegisters.dump()),
        stuck,
        outcome(stuck, logEnd),
        Optional.ofNullable(outcomePlace));
  }

  private Optional<Integer> queue() {
    String text = firstWithRegisters.dump().registers().get(QUEUE);
    return text != null && text.matches("\\d{1,4}")
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  /// At a tick rate that is not known the fastest is taken: the packet has waited at least so long.
  private boolean firstIsAt() {
    Duration latest = isSlowLink() ? LATEST_FIRST_REPORT.plus(SLOW_LINK) : LATEST_FIRST_REPORT;
    return TickRate.stuck(firstWithRegisters, firstWithRegisters)
        .map(stuck -> stuck.atLeast().compareTo(latest) <= 0)
        .orElse(true);
  }

  private boolean isSlowLink() {
    HangDump dump = firstWithRegisters.dump();
    return dump.value(Field.MAC_STATUS).isPresent()
        && (dump.value(Field.MAC_STATUS).getAsLong() & SPEED_1000) == 0;
  }

  private Outcome outcome(Optional<StuckFor> stuck, LogStamp logEnd) {
    if (isStartUpFalseAlarm()) {
      return Outcome.FALSE_POSITIVE;
    }
    if (outcome != null) {
      return outcome;
    }
    return stillReportedAt(logEnd) && isPastReset(stuck) ? Outcome.CONTINUING : Outcome.UNKNOWN;
  }

  /// One report right after link-up, of the first descriptors, and nothing after it.
  ///
  /// Kernel: commits 0f9e980bf5ee (v5.0), caff422ea81e and d17ba0f616a0 (v5.2)
  private boolean isStartUpFalseAlarm() {
    HangDump dump = firstWithRegisters.dump();
    return justAfterLinkUp
        && dumps == 1
        && outcome != Outcome.RESET_BY_DRIVER
        && dump.index(Field.TDH).orElse(-1) == 0
        && dump.index(Field.NEXT_TO_CLEAN).orElse(-1) == 0
        && dump.index(Field.TDT).orElse(0) >= 1
        && dump.index(Field.TDT).orElse(99) <= 8;
  }

  /// Whether reports were still coming when the log, or its boot, ends.
  boolean stillReportedAt(LogStamp logEnd) {
    return Gap.between(last.at(), logEnd)
        .map(gap -> gap.compareTo(HEADERS_APART) <= 0)
        .orElse(true);
  }

  private boolean isPastReset(Optional<StuckFor> stuck) {
    Duration limit = isSlowLink() ? SLOW_RESET_WOULD_HAVE_COME : RESET_WOULD_HAVE_COME;
    boolean bySpan =
        Gap.between(first.at(), last.at()).map(gap -> gap.compareTo(limit) >= 0).orElse(false);
    return bySpan || stuck.map(s -> s.atLeast().compareTo(limit) >= 0).orElse(false);
  }
}
