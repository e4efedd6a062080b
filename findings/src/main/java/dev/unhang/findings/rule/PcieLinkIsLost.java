package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.OffTheBus;
import dev.unhang.findings.nic.Removal;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The driver reads nothing but ones from the NIC, and has let go of it: the PCIe link is lost. No
/// reset of the driver's brings it back.
///
/// What speaks against: a NIC that can be unplugged, as in a dock.
///
/// Kernel: drivers/net/ethernet/intel/igc/igc_main.c, igc_rd32();
/// drivers/net/ethernet/intel/igb/igb_main.c, igb_rd32() (v6.12)
public final class PcieLinkIsLost implements Rule {
  private static final RuleId ID = new RuleId("pcie-link-is-lost");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  /// Drivers that look whether what they read is all ones.
  private static final Set<String> DRIVERS = Set.of("igc", "igb", "ixgbe");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (!nic.driver().map(DRIVERS::contains).orElse(false)) {
      return Optional.empty();
    }
    List<FaultLines> lost = nic.faults(Fault.DEVICE_LOST);
    if (lost.isEmpty()) {
      return nic.faults(Fault.RECOVERY_FAILED).isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Finding.Undecided(
                  ID,
                  nic.name(),
                  "PCIe could not recover the NIC; whether it still answers the log doesn't tell",
                  Set.of(KERNEL_LOG),
                  "run on the host: ethtool -i " + nic.typedName()));
    }
    List<Citation> removal = Removal.excuse(nic, lost);
    if (!removal.isEmpty()) {
      return Optional.of(
          new Finding.RuledOut(ID, nic.name(), "it was taken away, not lost", removal));
    }
    if (nic.isRemovable()) {
      return Optional.of(
          new Finding.RuledOut(
              ID,
              nic.name(),
              "it is behind a port that leads out of the machine: it was unplugged",
              List.of(
                  new Citation(
                      new Place.Whole(new Origin("/sys/bus/pci/devices")),
                      "removable",
                      "the firmware says that it can be unplugged"),
                  Cite.fault(lost.getLast(), "came with it"))));
    }
    Optional<Citation> back = OffTheBus.isThere(nic);
    return Optional.of(
        new Finding.Diagnosed(
            ID,
            nic.name(),
            back.isPresent()
                ? "the NIC had fallen off the PCIe bus; it is back now"
                : "the NIC fell off the PCIe bus: only a rescan or a power cycle brings it back",
            Confidence.CERTAIN,
            List.of(Cite.fault(lost.getLast(), "the driver says so")),
            back.stream().toList(),
            false));
  }

  /// Whether the driver itself tells when it has lost its NIC: then nothing more has to be
  /// concluded.
  static boolean speaksOf(NicCase nic) {
    return nic.driver().map(DRIVERS::contains).orElse(false)
        && !nic.faults(Fault.DEVICE_LOST).isEmpty();
  }
}
