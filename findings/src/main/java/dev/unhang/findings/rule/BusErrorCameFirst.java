package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.Stoppage;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.id.Uptime;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.LogStamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// PCIe or the IOMMU reported an error of the NIC before it hung in the same boot: the transmit
/// unit waits for memory it does not get.
///
/// What speaks against: the error came after the hang.
///
/// Kernel: drivers/pci/pcie/aer.c, aer_print_error(); drivers/iommu/intel/dmar.c,
/// dmar_fault_do_one() (v6.12)
public final class BusErrorCameFirst implements Rule {
  private static final RuleId ID = new RuleId("bus-error-came-first");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<FaultLines> faults =
        Stream.of(Fault.BUS_ERROR_UNCORRECTED, Fault.BUS_ERROR_BY_FIRMWARE, Fault.DMA_FAULT)
            .flatMap(fault -> nic.faults(fault).stream())
            .toList();
    Optional<Finding> open = Optional.empty();
    for (FaultLines fault : faults) {
      for (Stoppage hang : Stoppage.of(nic)) {
        if (fault.boot().equals(hang.boot())) {
          Optional<Boolean> first = isFirst(fault.first(), hang.first());
          if (first.isPresent() && first.get()) {
            return Optional.of(diagnosed(nic, fault, hang));
          }
          open = Optional.of(first.isPresent() ? ruledOut(nic, fault) : undecided(nic));
        }
      }
    }
    return open;
  }

  private static Optional<Boolean> isFirst(LogStamp fault, LogStamp hang) {
    Optional<Uptime> one = fault.uptime();
    Optional<Uptime> other = hang.uptime();
    if (one.isPresent() && other.isPresent()) {
      return Optional.of(one.get().micros() <= other.get().micros());
    }
    return fault.wall().isPresent() && hang.wall().isPresent()
        ? Optional.of(!fault.wall().get().isAfter(hang.wall().get()))
        : Optional.empty();
  }

  private static Finding diagnosed(NicCase nic, FaultLines fault, Stoppage hang) {
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "the bus reported a "
            + fault.fault().word()
            + " before it hung: look at slot, board, IOMMU",
        fault.fault() == Fault.BUS_ERROR_BY_FIRMWARE ? Confidence.POSSIBLE : Confidence.LIKELY,
        List.of(Cite.fault(fault, "came first"), hang.cite("the hang, in the same boot")),
        List.of(),
        false);
  }

  private static Finding ruledOut(NicCase nic, FaultLines fault) {
    return new Finding.RuledOut(
        ID,
        nic.name(),
        "it hung before the bus reported anything",
        List.of(Cite.fault(fault, "came later")));
  }

  private static Finding undecided(NicCase nic) {
    return new Finding.Undecided(
        ID,
        nic.name(),
        "the bus reported an error, and it hung; which came first the log doesn't tell",
        Set.of(KERNEL_LOG),
        "read the log with its stamps: journalctl -k -o short-monotonic");
  }
}
