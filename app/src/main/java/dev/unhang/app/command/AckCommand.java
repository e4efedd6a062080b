package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.Deed;
import dev.unhang.app.option.Changing;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.NicOperand;
import dev.unhang.app.option.Spec;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.change.Change;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.repair.execute.Entered;
import dev.unhang.repair.plan.Acknowledgement;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang ack IF`: its hangs so far are dealt with, and doctor speaks of later ones only.
final class AckCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("ack", "Notes that the hangs of a NIC so far are dealt with.")
          .addPositional(NicOperand.spec())
          .addOption(JsonOption.spec("ack/1"));

  AckCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    return JsonOption.told(
        arguments, console, new Deed("ack"), (words, deed) -> run(arguments, words, deed));
  }

  private ExitCode run(ParseResult arguments, Console console, Deed deed) {
    Host host = wiring.live();
    Changing.needsRoot(host, "enter it in the ledger");
    NicFacts nic = NicOperand.read(arguments, host);
    Plan plan = Acknowledgement.of(nic);
    Change change =
        Changing.alone(
            host,
            () -> {
              PlannedStep step = plan.steps().getFirst();
              Entered entered = host.executor().begin(plan, step.title());
              entered.carryOut(step.action());
              return entered.reached(Change.State.DONE);
            });
    deed.change(change).end(Deed.End.DONE);
    console.say("The hangs of " + nic.name() + " up to " + change.begun() + " are dealt with.");
    console.say("Nothing was changed on the host. Undo it with: unhang undo " + change.number());
    return ExitCode.OK;
  }
}
