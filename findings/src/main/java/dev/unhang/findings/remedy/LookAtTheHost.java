package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// The NIC of a guest is a program of its hypervisor: what keeps it from sending is on the host.
public final class LookAtTheHost implements Remedy {
  private static final StepId ID = new StepId("look-at-the-host");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    return new Applicability.Applicable(
        new Advice(
            ID,
            "on the host: journalctl -k",
            "this NIC is a program of the hypervisor: look there for what stopped it, and at the"
                + " host's own NIC",
            "none",
            false,
            Optional.empty(),
            "the host logs no trouble, and no timeout here since"));
  }
}
