package dev.unhang.repair.step;

import dev.unhang.model.host.Entry;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.setting.Tuning;
import java.util.List;

/// Writes what gives a NIC its values at every boot.
public final class KeepValues {
  /// The step's id.
  public static final StepId ID = new StepId("keep-offload-off");

  private KeepValues() {}

  /// The step of one edit, new entry or program.
  ///
  /// @param runBy who runs the new lines at boot
  public static PlannedStep plan(Action action, List<Tuning> values, String runBy) {
    return plan(
        action,
        String.join(
            ", ", values.stream().map(value -> value.subject() + " " + value.value()).toList()),
        runBy);
  }

  /// The same for what has no value that can be read back now.
  ///
  /// @param names what is kept, in words
  public static PlannedStep plan(Action action, String names, String runBy) {
    return new PlannedStep(
        ID,
        title(action, names),
        action instanceof Action.Refresh refresh ? String.join(" ", refresh.argv()) : "",
        runBy,
        new Risk.None(),
        undo(action),
        action);
  }

  private static String title(Action action, String names) {
    return switch (action) {
      case Action.WriteFile file -> "keep " + names + " at boot, in " + file.edit().path();
      case Action.MakeEntry gone when !gone.present() ->
          "stop what " + gone.path() + " has started at boot";
      case Action.MakeEntry made when made.entry() instanceof Entry.Folder ->
          "make the folder " + made.path();
      case Action.MakeEntry made -> "keep " + names + " at boot, in the new " + made.path();
      default -> "make it known to the boot";
    };
  }

  private static String undo(Action action) {
    return switch (action) {
      case Action.WriteFile file -> "the lines are taken out of " + file.edit().path() + " again";
      case Action.MakeEntry made ->
          made.path() + (made.present() ? " is removed again" : " is restored");
      default -> "it is run again once the files are back";
    };
  }
}
