package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.Removal;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A person or a program took the NIC away: unplugged its card, its dock or its adapter, or gave
/// the device to another driver, as passing it to a guest does. Nothing is broken.
///
/// What speaks against: its link came up again.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_remove();
/// drivers/pci/hotplug/pciehp_ctrl.c, pciehp_handle_presence_or_link_change() (v6.1)
public final class CardWasRemoved implements Rule {
  private static final RuleId ID = new RuleId("card-was-removed");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  private static final Fault[] TROUBLE = {
    Fault.DEVICE_LOST, Fault.CHIP_NOT_ANSWERING, Fault.FIRMWARE_DEAD, Fault.RECOVERY_FAILED
  };

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<Citation> evidence = Removal.evidence(nic);
    if (!evidence.isEmpty()) {
      return Optional.of(diagnosed(nic, evidence));
    }
    for (NoticeLines removal : nic.notices(Notice.DRIVER_REMOVED, Notice.ADAPTER_UNPLUGGED)) {
      Optional<NoticeLines> back = Removal.comeback(nic, removal);
      if (back.isPresent()) {
        return Optional.of(
            new Finding.RuledOut(
                ID,
                nic.name(),
                "its driver was bound again",
                List.of(Cite.notice(back.get(), "its link came up after that"))));
      }
    }
    List<FaultLines> lost = nic.faults(Fault.DEVICE_LOST);
    boolean unplugged =
        nic.hostNotices(Notice.CARD_UNPLUGGED).stream()
            .anyMatch(slot ->
                lost.stream()
                    .anyMatch(each ->
                        each.boot().equals(slot.boot())
                            && !(each.first().isKnown() && slot.first().isKnown())));
    return unplugged
        ? Optional.of(
            new Finding.Undecided(
                ID,
                nic.name(),
                "a slot was emptied and a device was lost; whether it is the same the log's lines"
                    + " don't tell",
                Set.of(KERNEL_LOG),
                "read the log with its times: journalctl -k"))
        : Optional.empty();
  }

  /// Whether it was lost or silent before, and not as it was taken away.
  private static boolean wasInTrouble(NicCase nic) {
    Predicate<LogStamp> excused = Removal.excuses(nic);
    return nic.faults(TROUBLE).stream().anyMatch(lines -> !excused.test(lines.first()));
  }

  private static Finding diagnosed(NicCase nic, List<Citation> evidence) {
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "it was taken away: unplugged, or given to another driver"
            + (wasInTrouble(nic) ? ", after it was in trouble" : "; nothing is broken"),
        Confidence.LIKELY,
        evidence,
        List.of(),
        true);
  }
}
