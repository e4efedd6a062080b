package dev.unhang.repair.plan;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.Risk;
import java.util.List;

/// The plan that notes that the hangs so far are dealt with.
public final class Acknowledgement {
  private static final StepId ID = new StepId("acknowledge-hangs");
  private static final int DIGEST_LENGTH = 6;

  private Acknowledgement() {}

  /// One step, which does nothing to the host.
  public static Plan of(NicFacts nic) {
    PlannedStep step =
        new PlannedStep(
            ID,
            "note that every hang of " + nic.name() + " so far is dealt with",
            "",
            "you say so",
            new Risk.None(),
            "they count again",
            new Action.AcknowledgeHangs(nic.name(), true));
    String digest = Content.of(step.title()).sha256().substring(0, DIGEST_LENGTH);
    return new Plan(nic.name(), nic.pci(), List.of(step), List.of(), digest);
  }
}
