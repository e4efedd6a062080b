package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.repair.edit.LineDiff;

/// `unhang.plan/1`.
public final class PlanJson {
  private PlanJson() {}

  /// The whole document.
  public static JsonText document(Plan plan) {
    return Json.document(json -> {
      json.string("schema", "unhang.plan/1");
      fields(json, plan);
    });
  }

  /// The plan within another document.
  public static void fields(Json json, Plan plan) {
    json.string("interface", plan.nic().value())
        .string("pci", plan.pci().map(PciAddress::value))
        .string("digest", plan.digest())
        .objects("steps", plan.steps(), PlanJson::step)
        .strings("notDone", plan.notDone())
        .strings("notes", plan.notes());
  }

  private static void step(Json json, PlannedStep step) {
    json.string("step", step.id().value())
        .string("title", step.title())
        .string("command", step.command())
        .string("why", step.why())
        .string("risk", step.risk().words())
        .string("undo", step.undo())
        .strings("diff", LineDiff.of(step.action()));
  }
}
