package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// Cable, plugs and the port at the other end, which cost nothing to exchange and explain a slow or
/// flapping link most often.
public final class CheckCable implements Remedy {
  private static final StepId ID = new StepId("check-cable");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    return new Applicability.Applicable(
        new Advice(
            ID,
            "another cable, then another switch port",
            "a link that is slow or drops loses pairs or contacts first; a driver can not repair"
                + " that",
            "the link drops while plugs are exchanged",
            true,
            Optional.empty(),
            "the kernel says NIC Link is Up at full speed, and stays so"));
  }
}
