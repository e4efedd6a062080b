package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.OffTheBus;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.ResetStep;
import java.util.Optional;

/// Taking the device out of the kernel's hands and looking for it again.
///
/// Kernel: drivers/pci/pci-sysfs.c, remove_store(), rescan_store() (v6.1)
public final class RescanBus implements Remedy {
  private static final ResetStep STEP = ResetStep.RESCAN_BUS;

  @Override
  public StepId id() {
    return STEP.id();
  }

  @Override
  public Applicability fit(NicCase nic) {
    if (OffTheBus.isThere(nic).isPresent()) {
      return new Applicability.NotApplicable();
    }
    return new Applicability.Applicable(
        new Advice(
            STEP.id(),
            "remove "
                + nic.address().map(pci -> pci + " and").orElse("the device and")
                + " rescan the bus",
            "only this or power brings a device back; write 1 to its remove, then to"
                + " /sys/bus/pci/rescan",
            "the interface is created again, or stays away until the power was off",
            true,
            Optional.empty(),
            "lspci lists it, and its interface is back"));
  }
}
