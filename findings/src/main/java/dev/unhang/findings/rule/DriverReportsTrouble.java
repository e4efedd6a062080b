package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.Removal;
import dev.unhang.findings.nic.Stoppage;
import dev.unhang.findings.words.Words;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.Notice;
import dev.unhang.model.log.NoticeLines;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The driver resets its NIC, or reports errors of it, and nothing tells why: no queue is said to
/// have stood still. Packets are lost meanwhile; a hang may follow.
///
/// What speaks against: a person or a program took the NIC away. Resets and errors of a boot in
/// which it hung belong to that hang.
///
/// Kernel: drivers/net/ethernet/intel/igc/igc_main.c, igc_reset_task();
/// drivers/net/ethernet/intel/i40e/i40e_main.c, i40e_handle_mdd_event(); drivers/net/usb/lan78xx.c,
/// lan78xx_defer_kevent() (v6.1)
public final class DriverReportsTrouble implements Rule {
  private static final RuleId ID = new RuleId("driver-reports-trouble");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  private static final Notice[] RESETS = {Notice.ADAPTER_RESET, Notice.RESET_DONE};

  private static final Fault[] ERRORS = {
    Fault.HARDWARE_ERROR,
    Fault.DMA_FAULT,
    Fault.BUS_ERROR_UNCORRECTED,
    Fault.BUS_ERROR_BY_FIRMWARE,
    Fault.CHIP_NOT_READY,
    Fault.EVENT_LOST
  };

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<NoticeLines> resets = nic.notices(RESETS);
    List<FaultLines> errors = nic.faults(ERRORS);
    if (resets.isEmpty() && errors.isEmpty()) {
      return Optional.empty();
    }
    List<Citation> said =
        Stream.concat(
                resets.stream().map(lines -> Cite.notice(lines, "the driver resets it")),
                errors.stream().map(lines -> Cite.fault(lines, lines.fault().word())))
            .limit(3)
            .toList();
    List<Citation> removal = Removal.evidence(nic);
    if (!removal.isEmpty()) {
      return Optional.of(
          new Finding.RuledOut(ID, nic.name(), "it was taken away meanwhile", removal));
    }
    List<Stoppage> hangs = Stoppage.of(nic);
    if (hangs.isEmpty()) {
      return Optional.of(diagnosed(nic, resets, errors, said));
    }
    Set<Optional<BootId>> hung = hangs.stream().map(Stoppage::boot).collect(Collectors.toSet());
    boolean isElsewhere =
        Stream.concat(resets.stream().map(NoticeLines::boot), errors.stream().map(FaultLines::boot))
            .allMatch(boot -> boot.isPresent() && !hung.contains(boot));
    return isElsewhere
        ? Optional.of(
            new Finding.Undecided(
                ID,
                nic.name(),
                "it was in trouble in another boot than it hung in; whether that is one cause the"
                    + " log doesn't tell",
                Set.of(KERNEL_LOG),
                "read the whole log of that boot: journalctl -k -b"))
        : Optional.empty();
  }

  private static Finding diagnosed(
      NicCase nic, List<NoticeLines> resets, List<FaultLines> errors, List<Citation> said) {
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        resets.isEmpty()
            ? Words.counted(lines(errors), "report", "reports")
                + " of a "
                + errors.getFirst().fault().word()
                + ", and no hang"
            : "its driver resets it, and no line tells why",
        resets.isEmpty() && errors.stream().allMatch(each -> each.fault() == Fault.EVENT_LOST)
            ? Confidence.POSSIBLE
            : Confidence.LIKELY,
        said,
        List.of(),
        false);
  }

  private static long lines(List<FaultLines> errors) {
    Fault first = errors.getFirst().fault();
    return errors.stream().filter(each -> each.fault() == first).mapToLong(FaultLines::lines).sum();
  }
}
