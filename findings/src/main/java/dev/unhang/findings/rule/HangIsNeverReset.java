package dev.unhang.findings.rule;

import dev.unhang.findings.known.KernelsWithoutReset;
import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.HangDump.Field;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import dev.unhang.model.log.StuckFor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// This kernel will not reset the adapter by itself: one packet was reported stuck for longer than
/// the core's watchdog would have waited. Each report stops the queue anew, and since 2024 that
/// restarts the watchdog's clock.
///
/// What speaks against: a reset that did come, a watchdog that fired; a kernel from before that
/// change.
///
/// Kernel: include/linux/netdevice.h, netif_tx_stop_queue() (commit 95ecba62e2fd);
/// net/sched/sch_generic.c, dev_watchdog()
public final class HangIsNeverReset implements Rule {
  private static final RuleId ID = new RuleId("hang-is-never-reset");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  /// The last packet may go out 5 s behind the stuck one, and the watchdog, which is looked at
  /// every 5 s at most, waits 5 s from there and fires up to 5 s late on kernels before v6.10
  /// (33fb988b6705): 16 s, with a margin for a busy host.
  ///
  /// Kernel: net/sched/sch_generic.c, dev_watchdog(); drivers/net/ethernet/intel/e1000e/netdev.c,
  /// e1000_print_hw_hang() (v6.1)
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /// At 100 and 10 Mb/s the driver's first report comes only after 10 and 16 s, and stops the queue
  /// only then.
  private static final Duration SLOW_LIMIT = Duration.ofSeconds(35);

  /// From this many times the limit on the behaviour alone is proof, whatever the kernel.
  private static final int SEVERAL = 4;

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
    List<Citation> resets = resets(nic, hangs);
    Optional<Episode> longest =
        hangs.stream()
            .filter(hang -> exceeds(hang, 1) && !isAnswered(nic, hang))
            .max(Comparator.comparing(hang -> hang.stuck().orElseThrow().atLeast()));
    if (longest.isPresent()) {
      return Optional.of(
          isKnownToReset(nic)
              ? new Finding.RuledOut(
                  ID,
                  nic.name(),
                  "the watchdog of this kernel is not held off by reports",
                  List.of(Cite.kernel(nic, "by its number without commit 95ecba62e2fd")))
              : diagnosed(nic, longest.get(), resets));
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
            "read the log further: 20 s after a first report a reset has come or never will, 35 s"
                + " after it below 1000 Mb/s"));
  }

  private static boolean isKnownToReset(NicCase nic) {
    return nic.host().machine().kernel().filter(KernelsWithoutReset::lacks).isPresent();
  }

  private static Finding diagnosed(NicCase nic, Episode episode, List<Citation> resets) {
    Optional<String> kernel = nic.host().machine().kernel().flatMap(KernelsWithoutReset::source);
    List<Citation> because = new ArrayList<>();
    because.add(Cite.lastReport(episode, "reported far later than the watchdog's 5 s"));
    kernel.ifPresent(source -> because.add(Cite.kernel(nic, "has commit 95ecba62e2fd: " + source)));
    boolean isSure = kernel.isPresent() || exceeds(episode, SEVERAL);
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "no reset will come by itself: the packet was stuck for " + words(episode),
        resets.isEmpty() && isSure ? Confidence.CERTAIN : Confidence.LIKELY,
        because,
        resets,
        nic.isAnswered());
  }

  /// Whether a packet stood that many times as long as a reset can take to come.
  private static boolean exceeds(Episode episode, int times) {
    Duration limit = (isSlow(episode) ? SLOW_LIMIT : LIMIT).multipliedBy(times);
    return episode.stuck().map(stuck -> stuck.atLeast().compareTo(limit) >= 0).orElse(false);
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

  /// Whether the watchdog or a reset came for this hang, while it was reported or soon after.
  private static boolean isAnswered(NicCase nic, Episode hang) {
    return hang.outcome() == Outcome.RESET_BY_DRIVER
        || answers(nic).anyMatch(lines -> isFor(lines, hang));
  }

  private static Stream<NoticeLines> answers(NicCase nic) {
    return nic.notices(Notice.WATCHDOG_FIRED, Notice.ADAPTER_RESET).stream();
  }

  private static boolean isFor(NoticeLines lines, Episode hang) {
    return lines.boot().equals(hang.boot())
        && Gap.between(hang.first(), lines.last()).filter(gap -> !gap.isNegative()).isPresent()
        && Gap.between(hang.last(), lines.first())
            .filter(gap -> gap.compareTo(SLOW_LIMIT) <= 0)
            .isPresent();
  }

  /// Resets and watchdogs that the logs tell of, whichever hang they were for.
  private static List<Citation> resets(NicCase nic, List<Episode> hangs) {
    Stream<Citation> ends =
        hangs.stream()
            .filter(hang -> hang.outcome() == Outcome.RESET_BY_DRIVER)
            .flatMap(hang -> hang.outcomePlace().stream())
            .map(place -> new Citation(place, "Reset adapter", "the driver did reset it"));
    Stream<Citation> told =
        answers(nic)
            .filter(lines -> hangs.stream().anyMatch(hang -> hang.boot().equals(lines.boot())))
            .map(lines -> Cite.notice(lines, "the watchdog or a reset did come"));
    Map<Place, Citation> byPlace = new LinkedHashMap<>();
    Stream.concat(ends, told).forEach(each -> byPlace.putIfAbsent(each.place(), each));
    return byPlace.values().stream().limit(3).toList();
  }
}
