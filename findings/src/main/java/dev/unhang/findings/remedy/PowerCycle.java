package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.OffTheBus;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// Power off, mains too: a warm reboot leaves a part of the chip, and the management engine, as
/// they are.
public final class PowerCycle implements Remedy {
  private static final StepId ID = new StepId("power-cycle");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    if (OffTheBus.isThere(nic).isPresent()) {
      return new Applicability.NotApplicable();
    }
    return new Applicability.Applicable(
        new Advice(
            ID,
            "power off, unplug, wait 30 s",
            "what no reset and no rescan brings back comes back only without power",
            "the host and its guests are off meanwhile",
            true,
            Optional.empty(),
            "lspci lists it, and the driver finds it"));
  }
}
