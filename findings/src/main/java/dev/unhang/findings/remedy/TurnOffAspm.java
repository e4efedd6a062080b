package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.Chip;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.PcieLink;
import java.util.List;
import java.util.Optional;

/// ASPM off: the PCIe link no longer sleeps between packets. NICs that are part of the chipset have
/// no such link.
///
/// Kernel: drivers/pci/pcie/aspm.c, pcie_aspm_set_policy(); pcie_aspm=off leaves what the firmware
/// has set (v6.1)
public final class TurnOffAspm implements Remedy {
  private static final StepId ID = new StepId("turn-off-aspm");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    Optional<NicDevice.Pci> device = nic.now().flatMap(NicFacts::device);
    if (nic.chip().filter(Chip::inChipset).isPresent()) {
      return new Applicability.NoEffect(
          "it is part of the chipset and has no PCIe link",
          List.of(
              Cite.reading(
                  nic.now().orElseThrow().seen().device(),
                  device.orElseThrow().function().address().value(),
                  "part of the chipset")));
    }
    Optional<Reading<PcieLink>> reading = device.map(NicDevice.Pci::link);
    Optional<PcieLink> link = reading.flatMap(Reading::known);
    if (link.isEmpty()) {
      return new Applicability.NotApplicable();
    }
    if (link.get().enabled().isEmpty()) {
      return new Applicability.AlreadyApplied(
          List.of(Cite.reading(reading.get(), "ASPM Disabled", "the link does not sleep")));
    }
    return new Applicability.Applicable(
        new Advice(
            ID,
            "pcie_aspm.policy=performance at boot",
            "its PCIe link sleeps between packets ("
                + String.join(", ", link.get().enabled())
                + "); pcie_aspm=off would leave that as the firmware set it",
            "a reboot; a little more power",
            false,
            Optional.of("the boot loader's command line"),
            "lspci -vv says ASPM Disabled, and no report under load since"));
  }
}
