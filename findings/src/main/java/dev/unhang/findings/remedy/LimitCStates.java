package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// The processor's deep sleep off: then the chipset, of which such NICs are a part, doesn't sleep
/// either. Some reports of I219 say that it helped; none tested it alone.
///
/// Kernel: drivers/idle/intel_idle.c, intel_idle_init() reads max_cstate (v6.1)
public final class LimitCStates implements Remedy {
  private static final StepId ID = new StepId("limit-c-states");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    if (!nic.isE1000e() || nic.chip().filter(chip -> !chip.inChipset()).isPresent()) {
      return new Applicability.NotApplicable();
    }
    return new Applicability.Applicable(
        new Advice(
            ID,
            "intel_idle.max_cstate=1 at boot",
            "keeps the chipset, of which such a NIC is a part, out of deep sleep",
            "a reboot; more power and heat when idle",
            false,
            Optional.of("the boot loader's command line"),
            "cat /proc/cmdline shows it, and no report since"));
  }
}
