package dev.unhang.findings.remedy;

import dev.unhang.findings.known.KernelsWithoutReset;
import dev.unhang.findings.nic.KernelChanges;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// A newer kernel, which brings a newer driver. Of 51 incidents reported with their outcome, 2 of
/// e1000e and 2 of igc were cured by it.
public final class UpdateKernel implements Remedy {
  private static final StepId ID = new StepId("update-kernel");

  private static final String FALSE_REPORT = "false-report-at-link-up";
  private static final String IGC_TIMEOUT = "igc-tx-timeout";

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    return new Applicability.Applicable(
        new Advice(
            ID,
            "the distribution's newest kernel",
            why(nic),
            risk(nic),
            false,
            Optional.of("the boot loader boots the newest"),
            "uname -r, and no report under load since"));
  }

  private static String risk(NicCase nic) {
    boolean resetsYet =
        nic.isE1000e()
            && nic.host().machine().kernel().filter(KernelsWithoutReset::lacks).isPresent();
    return "a reboot; the kernel before stays installed to go back to"
        + (resetsYet
            ? ", and resets a hang by itself, which those since 6.1.115, 6.6.59, 6.11.6, 6.12 and"
                + " Proxmox's 6.8.12-9 do not"
            : "");
  }

  private static String why(NicCase nic) {
    boolean falseReports = KernelChanges.has(nic, FALSE_REPORT) == KernelChanges.Has.YES;
    if (nic.driver().equals(Optional.of("igc"))
        && KernelChanges.has(nic, IGC_TIMEOUT) == KernelChanges.Has.NOT_BY_NUMBER) {
      return "this one is older than v6.2: its igc reports hangs of empty rings, and the core's"
          + " watchdog can't reset it (9b275176270e)";
    }
    return nic.host()
            .machine()
            .kernel()
            .map(kernel -> "this one is " + kernel + "; a newer one ")
            .orElse("it ")
        + (falseReports
            ? "no longer reports healthy NICs at link-up"
            : nic.isE1000e()
                ? "brings a newer driver; no kernel up to 7.3.4 cures the hang for all chips of"
                    + " e1000e"
                : "brings a newer driver, with workarounds for more chips");
  }
}
