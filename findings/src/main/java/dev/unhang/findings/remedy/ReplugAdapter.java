package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// A USB adapter out of its port and in again, which takes its power from it.
public final class ReplugAdapter implements Remedy {
  private static final StepId ID = new StepId("replug-adapter");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    return new Applicability.Applicable(
        new Advice(
            ID,
            "unplug the adapter, wait 5 s, plug it in",
            "power-cycles it, which no reset by its driver does; try another port, without a"
                + " hub",
            "the interface is created again, and may get another name",
            true,
            Optional.empty(),
            "its interface is back, and no timeout under load since"));
  }
}
