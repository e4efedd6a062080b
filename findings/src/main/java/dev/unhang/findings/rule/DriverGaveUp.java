package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.Comeback;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.OffTheBus;
import dev.unhang.findings.nic.Removal;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.Notice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The driver says that its NIC is beyond its help: the firmware died, the recovery failed, or the
/// driver could not start it. No reset by the driver follows.
///
/// What speaks against: its link came up after that; a person or a program took it away.
///
/// Kernel: drivers/net/ethernet/mellanox/mlx5/core/health.c, mlx5_health_report();
/// drivers/base/dd.c, really_probe() (v6.1)
public final class DriverGaveUp implements Rule {
  private static final RuleId ID = new RuleId("driver-gave-up");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  @Override
  public RuleId id() {
    return ID;
  }

  /// What is lost by its bus, or refused for its flash, has rules of its own.
  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<FaultLines> said =
        nic.faults(Fault.FIRMWARE_DEAD, Fault.RECOVERY_FAILED, Fault.PROBE_FAILED);
    if (said.isEmpty()
        || !OffTheBus.evidence(nic).isEmpty()
        || !nic.faults(Fault.NVM_CHECKSUM).isEmpty()) {
      return Optional.empty();
    }
    FaultLines last = said.getLast();
    List<Citation> removal = Removal.excuse(nic, said);
    if (!removal.isEmpty()) {
      return Optional.of(
          new Finding.RuledOut(ID, nic.name(), "it was taken away, not lost", removal));
    }
    Optional<Citation> back = Comeback.cited(nic, last.boot(), last.last());
    if (back.isPresent()) {
      return Optional.of(new Finding.RuledOut(ID, nic.name(), "it came back", List.of(back.get())));
    }
    boolean isUndated = !last.last().isKnown() && !nic.notices(Notice.LINK_UP).isEmpty();
    return Optional.of(
        isUndated
            ? new Finding.Undecided(
                ID,
                nic.name(),
                "the driver gave the NIC up; whether it came back the log's lines don't tell",
                Set.of(KERNEL_LOG),
                "read the log with its times: journalctl -k")
            : new Finding.Diagnosed(
                ID,
                nic.name(),
                words(last.fault()) + ": a rescan or power may bring it back, no reset will",
                last.fault() == Fault.RECOVERY_FAILED ? Confidence.POSSIBLE : Confidence.LIKELY,
                said.stream().limit(3).map(each -> Cite.fault(each, "the driver says so")).toList(),
                List.of(),
                false));
  }

  private static String words(Fault fault) {
    return switch (fault) {
      case FIRMWARE_DEAD -> "its firmware stopped working";
      case RECOVERY_FAILED -> "its driver could not recover it";
      default -> "its driver could not start it";
    };
  }
}
