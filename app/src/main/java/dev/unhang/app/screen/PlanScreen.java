package dev.unhang.app.screen;

import dev.unhang.app.text.Ink;
import dev.unhang.app.text.Line;
import dev.unhang.app.text.Lines;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.repair.edit.LineDiff;

/// A plan as it will be done: commands, unified diffs, risk, undo, digest.
public final class PlanScreen {
  private PlanScreen() {}

  public static Lines of(Plan plan) {
    Lines lines = new Lines();
    if (plan.isEmpty()) {
      lines.plain(
          plan.notDone().isEmpty()
              ? "Nothing to do on " + plan.nic() + ": it is already set that way"
              : "Nothing that unhang can do on " + plan.nic() + " itself");
    } else {
      lines.plain("Plan " + plan.digest() + " for " + plan.nic());
    }
    int number = 1;
    for (PlannedStep step : plan.steps()) {
      lines.gap();
      lines.plain(number++ + ". " + step.title());
      step(lines, step);
    }
    if (!plan.notDone().isEmpty()) {
      lines.gap();
    }
    plan.notDone().forEach(each -> paragraph(lines, "Not done: ", each));
    if (!plan.notes().isEmpty()) {
      lines.gap();
    }
    plan.notes().forEach(each -> paragraph(lines, "Note: ", each));
    return lines;
  }

  private static void paragraph(Lines lines, String first, String text) {
    String indent = first;
    for (String line : text.lines().toList()) {
      lines.plain(indent + line);
      indent = " ".repeat(first.length());
    }
  }

  private static void step(Lines lines, PlannedStep step) {
    if (!step.command().isEmpty()) {
      lines.add(Line.plain("   does      " + step.command()).in(Ink.COMMAND));
    }
    described(lines, "   why       ", step.why());
    described(lines, "   risk      ", step.risk().words());
    described(lines, "   undo      ", step.undo());
    for (String line : LineDiff.of(step.action())) {
      lines.add(Line.plain("   " + line).in(Ink.ofDiff(line)));
    }
  }

  /// As a pipe gets it, on one line.
  private static void described(Lines lines, String label, String text) {
    lines.add(new Line(label + text, label.length(), false, Ink.NONE));
  }
}
