package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
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

/// The driver refuses the NIC, because its flash is not as it should be: there is no interface.
///
/// What speaks against: the driver runs it now, so that a later attempt went well; a card that
/// reads all ones, which fails every check.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_probe();
/// drivers/net/ethernet/intel/igb/ igb_main.c, igb_probe() (v6.12)
public final class NvmChecksumIsInvalid implements Rule {
  private static final RuleId ID = new RuleId("nvm-checksum-is-invalid");
  private static final SourceId DRIVER = new SourceId("driver-of-nic");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<FaultLines> faults = nic.faults(Fault.NVM_CHECKSUM);
    if (faults.isEmpty()) {
      return Optional.empty();
    }
    FaultLines last = faults.getLast();
    if (nic.now().isEmpty()) {
      return Optional.of(refused(nic, last));
    }
    return Optional.of(
        nic.now().get().driver().known().isPresent()
            ? new Finding.RuledOut(
                ID,
                nic.name(),
                "the driver runs it now",
                List.of(
                    Cite.reading(
                        nic.now().get().driver(),
                        "driver: " + nic.driver().orElseThrow(),
                        "has taken the NIC")))
            : new Finding.Undecided(
                ID,
                nic.name(),
                "the driver refused the NIC once; whether it runs it now was not read",
                Set.of(DRIVER),
                "add the output of: ethtool -i " + nic.typedName()));
  }

  /// A card that reads all ones fails every check: then its flash was not what was read.
  private static Finding refused(NicCase nic, FaultLines last) {
    List<Citation> lost =
        nic.faults(Fault.DEVICE_LOST).stream()
            .limit(1)
            .map(lines -> Cite.fault(lines, "the card reads all ones: the check is a consequence"))
            .toList();
    if (!lost.isEmpty()) {
      return new Finding.RuledOut(ID, nic.name(), "the card did not answer: not its flash", lost);
    }
    List<Citation> silent =
        nic.faults(Fault.CHIP_NOT_ANSWERING).stream()
            .limit(2)
            .map(lines -> Cite.fault(lines, "it may have read all ones, and no flash"))
            .toList();
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        silent.isEmpty()
            ? "the driver refuses the NIC: its flash fails the check, so there is no interface"
            : "the driver refuses the NIC: there is no interface; the card may not have answered",
        silent.isEmpty() ? Confidence.CERTAIN : Confidence.POSSIBLE,
        List.of(Cite.fault(last, "the driver says so")),
        silent,
        false);
  }
}
