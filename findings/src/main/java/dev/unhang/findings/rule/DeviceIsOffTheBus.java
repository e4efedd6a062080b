package dev.unhang.findings.rule;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The device no longer answers on its bus: every register reads all ones. No reset reaches it, and
/// one of e1000e may stop the whole host; only looking for the device again, or power, helps.
///
/// What speaks against: it was unplugged; its registers answer now.
///
/// Kernel: drivers/net/ethernet/intel/igc/igc_main.c, igc_rd32();
/// drivers/net/ethernet/intel/e1000e/netdev.c, e1000_flush_tx_ring() (v6.1)
public final class DeviceIsOffTheBus implements Rule {
  private static final RuleId ID = new RuleId("device-is-off-the-bus");
  private static final SourceId REGISTERS = new SourceId("registers");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<Citation> evidence = OffTheBus.evidence(nic);
    if (evidence.isEmpty()) {
      return withoutEvidence(nic);
    }
    if (nic.isRemovable()) {
      return Optional.of(
          new Finding.RuledOut(
              ID, nic.name(), "it is behind a port it can be unplugged from", evidence));
    }
    List<Citation> removal = Removal.excuse(nic, nic.faults(Fault.DEVICE_LOST));
    if (!removal.isEmpty()) {
      return Optional.of(
          new Finding.RuledOut(ID, nic.name(), "it was taken away, not lost", removal));
    }
    return PcieLinkIsLost.speaksOf(nic) ? Optional.empty() : Optional.of(diagnosed(nic, evidence));
  }

  private static Finding diagnosed(NicCase nic, List<Citation> evidence) {
    Optional<Citation> back = OffTheBus.isThere(nic);
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        back.isPresent()
            ? "the device had left its bus; it is back now"
            : "the device has left its bus: no reset reaches it, a rescan or power may",
        Confidence.CERTAIN,
        evidence,
        back.stream().toList(),
        false);
  }

  /// e1000e never looks whether its device is there: what it can't read may be for that reason.
  private static Optional<Finding> withoutEvidence(NicCase nic) {
    List<FaultLines> silent =
        nic.isE1000e()
            ? nic.faults(Fault.PHY_UNREADABLE, Fault.CHIP_NOT_ANSWERING)
            : nic.faults(Fault.CHIP_NOT_ANSWERING);
    if (silent.isEmpty()) {
      return Optional.empty();
    }
    return OffTheBus.isThere(nic)
        .<Finding>map(
            there -> new Finding.RuledOut(ID, nic.name(), "the device answers", List.of(there)))
        .or(() ->
            Optional.of(
                new Finding.Undecided(
                    ID,
                    nic.name(),
                    "the driver could not read the chip; whether it is on the bus was not read",
                    Set.of(REGISTERS),
                    "run on the host, as root: ethtool -d " + nic.typedName())));
  }
}
