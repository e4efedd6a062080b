package dev.unhang.app.cli;

import dev.unhang.app.Console;
import dev.unhang.app.ExitCode;
import dev.unhang.app.Wiring;
import dev.unhang.app.render.PlanJson;
import dev.unhang.app.render.PlanScreen;
import dev.unhang.model.plan.Plan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang plan`: what fix would do, and why.
final class PlanCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      KeepOptions.addTo(
          Spec.command("plan", "Shows what fix would do, and why. Changes nothing.")
              .addPositional(NicOperand.spec())
              .addOption(Wish.spec())
              .addOption(HostOption.spec())
              .addOption(Spec.flag("--json", "one JSON document, unhang.plan/1")));

  PlanCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    Plan plan = Planning.plan(arguments, HostOption.of(arguments, wiring));
    console.say(Spec.has(arguments, "--json") ? PlanJson.document(plan) : PlanScreen.text(plan));
    if (!plan.isEmpty() && !Spec.has(arguments, "--json")) {
      console.say("");
      console.say(
          "Do it: unhang fix "
              + plan.nic()
              + Wish.typed(arguments)
              + HostOption.typed(arguments)
              + KeepOptions.typed(arguments)
              + " --plan "
              + plan.digest());
    }
    return ExitCode.OK;
  }
}
