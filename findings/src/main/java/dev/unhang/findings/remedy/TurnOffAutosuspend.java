package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// USB devices are no longer put to sleep when they are idle.
///
/// Kernel: Documentation/driver-api/usb/power-management.rst, "Changing the default idle-delay
/// time" (v6.1)
public final class TurnOffAutosuspend implements Remedy {
  private static final StepId ID = new StepId("turn-off-autosuspend");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    return new Applicability.Applicable(
        new Advice(
            ID,
            "usbcore.autosuspend=-1 at boot",
            "keeps the kernel from putting an idle adapter to sleep, from which some do not wake",
            "a reboot; a little more power",
            false,
            Optional.of("the boot loader's command line"),
            "cat /sys/module/usbcore/parameters/autosuspend says -1"));
  }
}
