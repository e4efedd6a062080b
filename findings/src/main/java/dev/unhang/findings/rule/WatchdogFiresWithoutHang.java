package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.OffTheBus;
import dev.unhang.findings.nic.Stoppage;
import dev.unhang.findings.remedy.DriversOwnSteps;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The core's watchdog found a queue that stood still, and the driver never said that its unit
/// hangs: interrupts that got lost, a partner that sends pause, a link at 10 or 100 Mb/s, on which
/// the driver looks only after the watchdog.
///
/// What speaks against: a report of a hang in the same boot.
///
/// Kernel: net/sched/sch_generic.c, dev_watchdog(); drivers/net/ethernet/intel/e1000e/netdev.c,
/// e1000_watchdog_task() sets tx_timeout_factor (v6.1)
public final class WatchdogFiresWithoutHang implements Rule {
  private static final RuleId ID = new RuleId("watchdog-fires-without-hang");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<NoticeLines> fired = nic.notices(Notice.WATCHDOG_FIRED);
    if (!mayReport(nic)) {
      return Optional.empty();
    }
    Optional<Citation> gone =
        fired.isEmpty() ? Optional.empty() : OffTheBus.lostBefore(nic, Stoppage.of(nic));
    if (gone.isPresent()) {
      return Optional.of(
          new Finding.RuledOut(
              ID, nic.name(), "the device was gone before it fired", List.of(gone.get())));
    }
    List<NoticeLines> alone = fired.stream().filter(lines -> !hungInBoot(nic, lines)).toList();
    if (!alone.isEmpty()) {
      return Optional.of(diagnosed(nic, alone));
    }
    if (!fired.isEmpty()) {
      return Optional.of(
          new Finding.RuledOut(
              ID,
              nic.name(),
              "it fired for a hang, which the driver reported too",
              List.of(
                  Cite.notice(fired.getFirst(), "the watchdog"),
                  Cite.firstReport(nic.episodes().getFirst(), "and the hang"))));
    }
    return undecided(nic);
  }

  /// Of a driver without a detector the watchdog is the report, see [OtherDriverHangs].
  private static boolean mayReport(NicCase nic) {
    return nic.driver().isEmpty()
        || nic.isE1000e()
        || DriversOwnSteps.reportsHangs(nic.driver().get());
  }

  private static boolean hungInBoot(NicCase nic, NoticeLines lines) {
    return nic.episodes().stream().anyMatch(episode -> episode.boot().equals(lines.boot()));
  }

  private static Finding diagnosed(NicCase nic, List<NoticeLines> alone) {
    List<Citation> because = new ArrayList<>();
    because.add(Cite.notice(alone.getFirst(), "a queue stood still for 5 s or more"));
    nic.notices(Notice.ADAPTER_RESET).stream()
        .limit(1)
        .map(reset -> Cite.notice(reset, "the driver reset the adapter"))
        .forEach(because::add);
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        nic.driver().isPresent()
            ? "its queue stood still, and the driver, which can, reports no hang of the unit"
            : "its queue stood still; which driver it has the log doesn't tell",
        Confidence.CERTAIN,
        because,
        List.of(),
        false);
  }

  /// Before v6.8 (e316dd1cf135; stable 6.6.47, 6.1.106) only the first timeout of a boot is logged,
  /// whichever NIC had it; resets go on.
  private static Optional<Finding> undecided(NicCase nic) {
    boolean hasLog = nic.host().logs().stream().anyMatch(log -> log.known().isPresent());
    boolean timedOut = hasLog && nic.hasTimedOut();
    return nic.episodes().isEmpty() && timedOut
        ? Optional.of(
            new Finding.Undecided(
                ID,
                nic.name(),
                "its queues count timeouts; what went with them is not in the log",
                Set.of(KERNEL_LOG),
                "read the whole log of that boot: journalctl -k -b"))
        : Optional.empty();
  }
}
