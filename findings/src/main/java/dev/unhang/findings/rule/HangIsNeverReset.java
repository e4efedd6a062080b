package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.remedy.Remedies;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.log.StuckFor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// This kernel will not reset the adapter by itself: one packet was reported stuck for longer than
/// the core's watchdog would have waited. Each report stops the queue anew, and since 2024 that
/// restarts the watchdog's clock.
///
/// What speaks against: a reset that did come.
///
/// Kernel: include/linux/netdevice.h, netif_tx_stop_queue() (commit 95ecba62e2fd);
/// net/sched/sch_generic.c, dev_watchdog()
public final class HangIsNeverReset implements Rule {
  private static final RuleId ID = new RuleId("hang-is-never-reset");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  /// The watchdog waits 5 s and is looked at every 5 s at most; with a margin for a busy host.
  private static final Duration LIMIT = Duration.ofSeconds(7);

  /// At 100 and 10 Mb/s the driver's first report comes only after 10 and 16 s.
  private static final Duration SLOW_LIMIT = Duration.ofSeconds(23);

  private static final long SPEED_1000 = 0x80;

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<Episode> hangs = nic.hangs();
    if (hangs.isEmpty()) {
      return Optional.empty();
    }
    Optional<Episode> longest =
        hangs.stream().filter(HangIsNeverReset::outlastsWatchdog).findFirst();
    List<Citation> resets = resets(hangs);
    if (longest.isPresent()) {
      return Optional.of(diagnosed(nic, longest.get(), resets));
    }
    if (!resets.isEmpty()) {
      return Optional.of(
          new Finding.RuledOut(ID, nic.name(), "the driver resets the adapter by itself", resets));
    }
    return Optional.of(
        new Finding.Undecided(
            ID,
            nic.name(),
            "whether the kernel resets the adapter by itself can't be told from so short a log",
            Set.of(KERNEL_LOG),
            "read the log further: 7 s after a first report a reset has come or never will"));
  }

  private static Finding diagnosed(NicCase nic, Episode episode, List<Citation> resets) {
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "no reset will come by itself: the packet was stuck for " + words(episode),
        resets.isEmpty() ? Confidence.CERTAIN : Confidence.LIKELY,
        List.of(Cite.lastReport(episode, "reported far later than the watchdog's 5 s")),
        resets,
        Remedies.whileHung(nic),
        nic.isAnswered());
  }

  private static boolean outlastsWatchdog(Episode episode) {
    Duration limit = isSlow(episode) ? SLOW_LIMIT : LIMIT;
    return episode.outcome() != Outcome.RESET_BY_DRIVER
        && episode.stuck().map(stuck -> stuck.atLeast().compareTo(limit) > 0).orElse(false);
  }

  private static boolean isSlow(Episode episode) {
    OptionalLong mac = episode.dump().value(Field.MAC_STATUS);
    return mac.isPresent() && (mac.getAsLong() & SPEED_1000) == 0;
  }

  private static String words(Episode episode) {
    StuckFor stuck = episode.stuck().orElseThrow();
    return stuck
        .time()
        .map(time -> time.toSeconds() + " s")
        .orElse("at least " + stuck.atLeast().toSeconds() + " s");
  }

  private static List<Citation> resets(List<Episode> hangs) {
    return hangs.stream()
        .filter(hang -> hang.outcome() == Outcome.RESET_BY_DRIVER)
        .limit(3)
        .flatMap(hang ->
            hang
                .outcomePlace()
                .map(place -> new Citation(place, "Reset adapter", "the driver did reset it"))
                .stream())
        .toList();
  }
}
