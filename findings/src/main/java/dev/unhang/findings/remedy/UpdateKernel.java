package dev.unhang.findings.remedy;

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

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Fit fit(NicCase nic) {
    return new Fit.Offered(
        new Advice(
            ID,
            "the distribution's newest kernel",
            why(nic),
            "a reboot; the kernel before stays installed to go back to",
            false,
            Optional.of("the boot loader boots the newest"),
            "uname -r, and no report under load since"));
  }

  private static String why(NicCase nic) {
    boolean falseReports = KernelChanges.has(nic, FALSE_REPORT) == KernelChanges.Has.YES;
    return nic.host()
            .machine()
            .kernel()
            .map(kernel -> "this one is " + kernel + "; a newer one ")
            .orElse("it ")
        + (falseReports
            ? "no longer reports healthy NICs at link-up"
            : "brings a newer driver, with workarounds for more chips");
  }
}
