package dev.unhang.repair.step;

import dev.unhang.model.facts.OffloadGroup;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.name.StepId;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.Risk;
import java.util.List;

/// Writes what keeps offloads off at every boot.
public final class KeepOffloadOff {
  /// The step's id.
  public static final StepId ID = new StepId("keep-offload-off");

  private KeepOffloadOff() {}

  /// The step of one file.
  ///
  /// @param runBy who runs the new lines at boot
  public static PlannedStep plan(FileEdit edit, List<OffloadGroup> groups, String runBy) {
    String names = String.join(", ", groups.stream().map(OffloadGroup::shortName).toList());
    return new PlannedStep(
        ID,
        "keep " + names + " off at boot, in " + edit.path(),
        "",
        runBy,
        new Risk.None(),
        "the line is taken out of " + edit.path() + " again",
        new Action.WriteFile(edit));
  }
}
