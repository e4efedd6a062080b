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
import dev.unhang.model.log.RingUse;
import dev.unhang.model.log.SameNic;
import dev.unhang.model.log.SamePacket;
import dev.unhang.model.log.StuckFor;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One episode while its reports come in.
final class OpenEpisode {
  /// A report that doesn't name its packet joins the report before it only if it is no farther than
  /// this.
  private static final Duration NEAR = Duration.ofSeconds(10);

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

  /// Reports come every 2 s while a packet is stuck: what happens later than this ended nothing.
  private static final Duration ENDS_IT = Duration.ofSeconds(15);

  private final int number;
  private final boolean justAfterLinkUp;
  private LoggedNic nic;
  private HangReported first;
  private HangReported firstWithRegisters;
  private HangReported last;
  private HangDump key;
  private Optional<RingUse> ring = Optional.empty();
  private Optional<HangReported> firstWithTicks = Optional.empty();
  private Optional<HangReported> lastWithTicks = Optional.empty();
  private long dumps;
  private @Nullable Outcome outcome;
  private @Nullable Place outcomePlace;

  /// @param number counts the episodes of a log, in the order they begin
  OpenEpisode(int number, HangReported first, boolean justAfterLinkUp) {
    this.number = number;
    this.justAfterLinkUp = justAfterLinkUp;
    this.nic = first.nic();
    this.first = first;
    this.firstWithRegisters = first;
    this.last = first;
    this.key = first.dump();
    add(first);
  }

  int number() {
    return number;
  }

  /// As its reports name it: the first that does.
  LoggedNic nic() {
    return nic;
  }

  /// Whether a report names the same stuck packet.
  boolean isOfPacketOf(HangReported report) {
    return mayBeOf(report) && SamePacket.of(key, report.dump()) == SamePacket.YES;
  }

  /// Whether a report that doesn't tell its packet comes so close to the one before that nothing
  /// else was stuck in between.
  boolean isJustBefore(HangReported report) {
    return mayBeOf(report)
        && SamePacket.of(key, report.dump()) == SamePacket.UNTOLD
        && outcome == null
        && isWithin(NEAR, report.at());
  }

  private boolean mayBeOf(HangReported report) {
    return report.boot().equals(first.boot()) && SameNic.is(nic, report.nic());
  }

  private boolean isWithin(Duration limit, LogStamp at) {
    return Gap.between(last.at(), at).map(gap -> gap.abs().compareTo(limit) <= 0).orElse(true);
  }

  /// Whether a report of another packet says that this one is stuck no longer. One that names no
  /// NIC says nothing of those that have names.
  boolean isOverWith(HangReported report) {
    return SameNic.is(nic, report.nic())
        && nic.isNamed() == report.nic().isNamed()
        && SamePacket.isOfSameQueue(key, report.dump());
  }

  /// Takes one more. Which is the first is decided by time: a report whose first line is cut off
  /// may be complete later than the one behind it.
  void add(HangReported report) {
    dumps++;
    if (!nic.isNamed()) {
      nic = report.nic();
    }
    boolean earlier = isEarlier(report, first);
    if (earlier) {
      first = report;
    }
    HangDump dump = report.dump();
    if (firstWithRegisters.dump().isHeaderOnly() || earlier && !dump.isHeaderOnly()) {
      firstWithRegisters = report;
    }
    if (!earlier) {
      last = report;
    }
    if (!SamePacket.isNamedBy(key)) {
      key = dump.isHeaderOnly() ? key : dump;
    }
    ring = ring.or(() -> RingArithmetic.of(dump));
    if (TickRate.ticks(dump).isPresent()) {
      firstWithTicks =
          firstWithTicks.filter(each -> !isEarlier(report, each)).or(() -> Optional.of(report));
      lastWithTicks =
          lastWithTicks.filter(each -> isEarlier(report, each)).or(() -> Optional.of(report));
    }
    outcome = null;
    outcomePlace = null;
  }

  private static boolean isEarlier(HangReported one, HangReported other) {
    return Gap.between(other.at(), one.at()).filter(Duration::isNegative).isPresent();
  }

  /// Something that ends hangs has happened. If the same packet is reported again, it did not; nor
  /// if the reports had stopped before.
  void ended(Outcome how, KernelEvent by) {
    if (outcome == null && isWithin(ENDS_IT, by.at())) {
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
    Optional<StuckFor> stuck =
        lastWithTicks.flatMap(latest -> TickRate.stuck(firstWithTicks.orElse(latest), latest));
    return new Episode(
        first.boot(),
        nic,
        queue(),
        firstIsAt(),
        first.at(),
        last.at(),
        first.place(),
        last.place(),
        first.text(),
        dumps,
        firstWithRegisters.dump(),
        ring,
        stuck,
        outcome(stuck, logEnd),
        Optional.ofNullable(outcomePlace));
  }

  private Optional<Integer> queue() {
    String text = key.registers().get(QUEUE);
    return text != null && text.matches("\\d{1,4}")
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  /// At a tick rate that is not known the fastest is taken: the packet has waited at least so long.
  private boolean firstIsAt() {
    Duration latest = isSlowLink() ? LATEST_FIRST_REPORT.plus(SLOW_LINK) : LATEST_FIRST_REPORT;
    return firstWithTicks
        .flatMap(report ->
            TickRate.stuck(report, report).map(stuck -> stuck.atLeast().minus(sinceFirst(report))))
        .map(waited -> waited.compareTo(latest) <= 0)
        .orElse(true);
  }

  private Duration sinceFirst(HangReported report) {
    return Gap.between(first.at(), report.at()).orElse(Duration.ZERO);
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
    return Gap.between(last.at(), logEnd).map(gap -> gap.compareTo(NEAR) <= 0).orElse(true);
  }

  private boolean isPastReset(Optional<StuckFor> stuck) {
    Duration limit = isSlowLink() ? SLOW_RESET_WOULD_HAVE_COME : RESET_WOULD_HAVE_COME;
    boolean bySpan =
        Gap.between(first.at(), last.at()).map(gap -> gap.compareTo(limit) >= 0).orElse(false);
    return bySpan || stuck.map(s -> s.atLeast().compareTo(limit) >= 0).orElse(false);
  }
}
