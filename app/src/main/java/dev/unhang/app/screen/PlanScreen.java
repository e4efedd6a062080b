package dev.unhang.app.screen;

import dev.unhang.app.text.Escape;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.repair.edit.LineDiff;
import java.util.ArrayList;
import java.util.List;

/// A plan as it will be done: commands, unified diffs, risk, undo, digest.
public final class PlanScreen {
  private PlanScreen() {}

  /// The screen, without a final newline.
  public static String text(Plan plan) {
    List<String> lines = new ArrayList<>();
    if (plan.isEmpty()) {
      lines.add("Nothing to do on " + plan.nic() + ": it already is as wished");
    } else {
      lines.add("Plan " + plan.digest() + " for " + plan.nic());
    }
    int number = 1;
    for (PlannedStep step : plan.steps()) {
      lines.add("");
      lines.add(number++ + ". " + Escape.terminal(step.title()));
      step(lines, step);
    }
    if (!plan.notes().isEmpty()) {
      lines.add("");
    }
    for (String note : plan.notes()) {
      String indent = "Note: ";
      for (String line : note.lines().toList()) {
        lines.add(indent + Escape.terminal(line));
        indent = "      ";
      }
    }
    return String.join("\n", lines);
  }

  private static void step(List<String> lines, PlannedStep step) {
    if (!step.command().isEmpty()) {
      lines.add("   does      " + Escape.terminal(step.command()));
    }
    lines.add("   why       " + Escape.terminal(step.why()));
    lines.add("   risk      " + step.risk().words());
    lines.add("   undo      " + Escape.terminal(step.undo()));
    for (String line : LineDiff.of(step.action())) {
      lines.add("   " + Escape.terminal(line));
    }
  }
}
