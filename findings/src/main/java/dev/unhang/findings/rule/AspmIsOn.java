package dev.unhang.findings.rule;

import dev.unhang.findings.known.ChipFamilies;
import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.PcieLink;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The PCIe link of a chip that does not stand it goes to sleep (ASPM L1), though the driver asks
/// for it to stay awake: firmware may keep the kernel from switching it.
///
/// What speaks against: L1 is off; the chip is part of the chipset and has no PCIe link.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, __e1000e_disable_aspm(); drivers/pci/pcie/
/// aspm.c, __pci_disable_link_state() (v6.12)
public final class AspmIsOn implements Rule {
  private static final RuleId ID = new RuleId("aspm-is-on");
  private static final SourceId PCI = new SourceId("pci-devices");
  private static final String L1 = "L1";

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    Optional<NicDevice.Pci> device = nic.now().flatMap(NicFacts::device);
    Optional<String> source =
        device.flatMap(NicDevice.Pci::chip).flatMap(ChipFamilies.NEED_ASPM_OFF::source);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Reading<PcieLink> reading = device.orElseThrow().link();
    Optional<PcieLink> link = reading.known();
    if (link.isEmpty()) {
      return nic.hangs().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Finding.Undecided(
                  ID,
                  nic.name(),
                  "this chip does not stand ASPM L1; whether it is on was not read",
                  Set.of(PCI),
                  "run as root: lspci -vv"));
    }
    return Optional.of(
        link.get().enabled().contains(L1)
            ? new Finding.Diagnosed(
                ID,
                nic.name(),
                "its PCIe link may sleep (ASPM L1), which this chip does not stand",
                Confidence.LIKELY,
                List.of(Cite.reading(reading, "ASPM L1 Enabled", "not stood: " + source.get())),
                List.of(),
                false)
            : new Finding.RuledOut(
                ID,
                nic.name(),
                "ASPM L1 is off",
                List.of(Cite.reading(reading, "ASPM L1 not enabled", "the link stays awake"))));
  }
}
