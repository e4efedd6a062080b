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
      lines.add(
          plan.notDone().isEmpty()
              ? "Nothing to do on " + plan.nic() + ": it is already set that way"
              : "Nothing that unhang can do on " + plan.nic() + " itself");
    } else {
      lines.add("Plan " + plan.digest() + " for " + plan.nic());
    }
    int number = 1;
    for (PlannedStep step : plan.steps()) {
      lines.add("");
      lines.add(number++ + ". " + Escape.terminal(step.title()));
      step(lines, step);
    }
    if (!plan.notDone().isEmpty()) {
      lines.add("");
    }
    plan.notDone().forEach(each -> paragraph(lines, "Not done: ", each));
    if (!plan.notes().isEmpty()) {
      lines.add("");
    }
    plan.notes().forEach(each -> paragraph(lines, "Note: ", each));
    return String.join("\n", lines);
  }

  private static void paragraph(List<String> lines, String first, String text) {
    String indent = first;
    for (String line : text.lines().toList()) {
      lines.add(indent + Escape.terminal(line));
      indent = " ".repeat(first.length());
    }
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
