package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.HangPicture;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.HangDump.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The hardware is past the oldest packet, and never wrote back that it had sent it: what was lost
/// is the write to memory, not the packet. The way between NIC and memory is to be looked at, not
/// what the NIC is asked to do.
///
/// What speaks against: other hangs, in which the hardware stands within the packet.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_clean_tx_irq() (v6.1)
public final class WriteBackIsLost implements Rule {
  private static final RuleId ID = new RuleId("write-back-is-lost");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<Episode> hangs = nic.isE1000e() ? nic.hangs() : List.of();
    List<Episode> lost =
        hangs.stream().filter(hang -> new HangPicture(hang).isWriteBackLost()).toList();
    List<Citation> within =
        hangs.stream()
            .filter(hang -> new HangPicture(hang).stoppedInPacket())
            .limit(1)
            .map(hang -> Cite.firstReport(hang, "TDH stands within the oldest packet"))
            .toList();
    if (!lost.isEmpty()) {
      return Optional.of(diagnosed(nic, lost.getFirst(), within));
    }
    if (!within.isEmpty()) {
      return Optional.of(
          new Finding.RuledOut(ID, nic.name(), "the hardware did not get past the packet", within));
    }
    return hangs.stream().anyMatch(hang -> new HangPicture(hang).mayBePastPacket())
        ? Optional.of(
            new Finding.Undecided(
                ID,
                nic.name(),
                "the hardware is some way past the oldest descriptor; where its packet ends is not"
                    + " in the log",
                Set.of(KERNEL_LOG),
                "read the whole report: next_to_watch and its status tell"))
        : Optional.empty();
  }

  private static Finding diagnosed(NicCase nic, Episode hang, List<Citation> within) {
    List<Citation> because = new ArrayList<>();
    because.add(
        Cite.register(hang, Field.TDH, "past next_to_watch, whose status says it was not sent"));
    nic.faults(Fault.DMA_FAULT, Fault.BUS_ERROR_UNCORRECTED).stream()
        .limit(2)
        .map(lines -> Cite.fault(lines, "the bus or the IOMMU refused it"))
        .forEach(because::add);
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "the hardware went past the packet and did not write back that it was sent",
        within.isEmpty() ? Confidence.LIKELY : Confidence.POSSIBLE,
        because,
        within,
        false);
  }
}
