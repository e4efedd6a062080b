package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// Another card in a slot: the last resort, and the only one that is certain to end the hangs of
/// this chip.
public final class AnotherCard implements Remedy {
  private static final StepId ID = new StepId("another-card");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    return new Applicability.Applicable(
        new Advice(
            ID,
            "another card, of another chip",
            "ends the hangs of this one, whatever they come from; I210 and I350 (igb) and X520"
                + " (ixgbe) are of other designs, I225 and I226 have losses of the PCIe link of"
                + " their own",
            "the host is off meanwhile; interface names change",
            true,
            Optional.of("the slot"),
            "no report under load since"));
  }
}
