package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.HangPicture;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.StoppedDma;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.HangDump.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The NIC may no longer use the bus, so that it can't fetch what it is given. Where the PCI
/// command register forbids it, only rebinding the driver mends that. Where the MAC's status alone
/// says so, its own switch may be off, which the driver's reset sets right.
///
/// What speaks against: a reset after which it went on.
///
/// Kernel: include/uapi/linux/pci_regs.h, PCI_COMMAND_MASTER;
/// drivers/net/ethernet/intel/e1000e/defines.h, E1000_STATUS_GIO_MASTER_ENABLE;
/// drivers/net/ethernet/intel/e1000e/mac.c, e1000e_disable_pcie_master() sets the MAC's switch and
/// polls this bit in every reset; drivers/net/ethernet/intel/e1000e/netdev.c, e1000_probe() (v6.1)
public final class DmaIsStopped implements Rule {
  private static final RuleId ID = new RuleId("dma-is-stopped");
  private static final SourceId REGISTERS = new SourceId("registers");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<Citation> evidence = StoppedDma.evidence(nic);
    if (!evidence.isEmpty()) {
      return Optional.of(diagnosed(nic, evidence));
    }
    List<Episode> hangs = nic.isE1000e() ? nic.hangs() : List.of();
    Optional<Episode> allowed =
        hangs.stream().filter(hang -> new HangPicture(hang).mayUseBus().orElse(false)).findFirst();
    if (allowed.isPresent()) {
      return Optional.of(
          new Finding.RuledOut(
              ID,
              nic.name(),
              "the MAC may use the bus",
              List.of(Cite.register(allowed.get(), Field.MAC_STATUS, "has 80000"))));
    }
    Optional<Citation> now = nic.isHungNow() ? StoppedDma.isAllowed(nic) : Optional.empty();
    if (now.isPresent()) {
      return Optional.of(
          new Finding.RuledOut(ID, nic.name(), "it may use the bus", List.of(now.get())));
    }
    boolean points =
        hangs.stream().anyMatch(hang -> new HangPicture(hang).wasAborted())
            || !hangs.isEmpty() && !nic.faults(Fault.DMA_FAULT).isEmpty();
    return points
        ? Optional.of(
            new Finding.Undecided(
                ID,
                nic.name(),
                "an access to memory was aborted; whether it may use the bus was not read",
                Set.of(REGISTERS),
                "while it hangs, as root: ethtool -d " + nic.typedName()))
        : Optional.empty();
  }

  private static Finding diagnosed(NicCase nic, List<Citation> evidence) {
    boolean forbidden = !StoppedDma.forbidden(nic).isEmpty();
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        forbidden
            ? "the NIC may not use the bus: rebinding its driver restores that"
            : "its MAC did not use the bus when it hung: a reset may cure that, if not, binding its"
                + " driver anew",
        forbidden ? Confidence.CERTAIN : Confidence.POSSIBLE,
        evidence,
        nic.hangs().stream()
            .filter(hang -> hang.outcome() == Outcome.RESET_BY_DRIVER)
            .limit(1)
            .flatMap(hang ->
                hang
                    .outcomePlace()
                    .map(place -> new Citation(place, "Reset adapter", "a reset ended one hang"))
                    .stream())
            .toList(),
        false);
  }
}
