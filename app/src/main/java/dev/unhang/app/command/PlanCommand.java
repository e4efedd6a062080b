package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.PlanJson;
import dev.unhang.app.option.HostOption;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.KeepOptions;
import dev.unhang.app.option.NicOperand;
import dev.unhang.app.option.OpenTrial;
import dev.unhang.app.option.Planning;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Wish;
import dev.unhang.app.screen.PlanScreen;
import dev.unhang.app.text.TroubleLines;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.config.boot.CalledScripts;
import dev.unhang.model.id.ShellWord;
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
  public boolean isPaged() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    Host host = HostOption.of(arguments, wiring);
    Plan plan = Planning.plan(arguments, host);
    if (!HostOption.isDisk(arguments)) {
      OpenTrial.requireNone(host, "plan a change of " + plan.nic(), plan.nic(), plan.pci());
    }
    TroubleLines.of(CalledScripts.of(host.view(), plan.nic().value())).forEach(console::note);
    JsonOption.answer(arguments, console, () -> PlanJson.document(plan), () -> PlanScreen.of(plan));
    if (!plan.isEmpty() && !Spec.has(arguments, "--json")) {
      console.say("");
      console.say(
          "Do it: "
              + ShellWord.command(
                  "unhang fix",
                  plan.nic().value(),
                  Wish.typed(arguments)
                      + HostOption.typed(arguments)
                      + KeepOptions.typed(arguments)
                      + " --plan "
                      + plan.digest()));
    }
    return plan.notDone().isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
  }
}
