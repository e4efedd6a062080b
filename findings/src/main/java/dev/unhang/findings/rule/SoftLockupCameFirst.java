package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.Stoppage;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Gap;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A processor was stuck in the kernel shortly before the NIC hung: it may have been the one that
/// had to serve the NIC's interrupt. The NIC is then the victim.
///
/// What speaks against: other hangs without a lockup before them.
///
/// Kernel: kernel/watchdog.c, watchdog_timer_fn(); kernel/rcu/tree_stall.h, print_cpu_stall()
/// (v6.12)
public final class SoftLockupCameFirst implements Rule {
  private static final RuleId ID = new RuleId("soft-lockup-came-first");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  /// A lockup is reported after 22 s and then about every 28 s, a hang 1 to 3 s after its packet
  /// was queued.
  private static final Duration SHORTLY = Duration.ofMinutes(1);

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<NoticeLines> lockups =
        nic.hostNotices(Notice.SOFT_LOCKUP, Notice.HARD_LOCKUP, Notice.RCU_STALL);
    for (Stoppage hang : Stoppage.of(nic)) {
      Optional<NoticeLines> before =
          lockups.stream().filter(lockup -> isShortlyBefore(lockup, hang)).findFirst();
      if (before.isPresent()) {
        return Optional.of(diagnosed(nic, hang, before.get(), lockups));
      }
    }
    for (Stoppage hang : Stoppage.of(nic)) {
      Optional<Finding> other =
          lockups.stream()
              .filter(lockup -> lockup.boot().equals(hang.boot()))
              .findFirst()
              .flatMap(lockup -> otherwise(nic, hang, lockup));
      if (other.isPresent()) {
        return other;
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> otherwise(NicCase nic, Stoppage hang, NoticeLines lockup) {
    Optional<Duration> gap = Gap.between(lockup.first(), hang.first());
    if (gap.isEmpty()) {
      return Optional.of(
          new Finding.Undecided(
              ID,
              nic.name(),
              "a processor was stuck too; which came first the log's lines don't tell",
              Set.of(KERNEL_LOG),
              "read the log with its times: journalctl -k"));
    }
    return gap.get().isNegative()
        ? Optional.of(
            new Finding.RuledOut(
                ID,
                nic.name(),
                "the hang came before the lockup",
                List.of(hang.cite("first"), Cite.notice(lockup, "only after that"))))
        : Optional.empty();
  }

  private static boolean isShortlyBefore(NoticeLines lockup, Stoppage hang) {
    return lockup.boot().equals(hang.boot())
        && (isShortlyBefore(lockup.first(), hang.first())
            || isShortlyBefore(lockup.last(), hang.first()));
  }

  private static boolean isShortlyBefore(LogStamp lockup, LogStamp hang) {
    return Gap.between(lockup, hang)
        .filter(gap -> !gap.isNegative() && gap.compareTo(SHORTLY) <= 0)
        .isPresent();
  }

  private static Finding diagnosed(
      NicCase nic, Stoppage hang, NoticeLines lockup, List<NoticeLines> lockups) {
    List<Citation> alone =
        Stoppage.of(nic).stream()
            .filter(other -> lockups.stream().noneMatch(each -> isShortlyBefore(each, other)))
            .limit(1)
            .map(other -> other.cite("hung without a lockup before it"))
            .toList();
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "a processor was stuck first: the NIC is more likely its victim",
        alone.isEmpty() ? Confidence.LIKELY : Confidence.POSSIBLE,
        List.of(
            Cite.notice(lockup, "a processor let nothing else run"),
            hang.cite("within a minute of it")),
        alone,
        false);
  }
}
