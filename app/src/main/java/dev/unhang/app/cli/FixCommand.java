package dev.unhang.app.cli;

import dev.unhang.app.Console;
import dev.unhang.app.ExitCode;
import dev.unhang.app.Host;
import dev.unhang.app.Wiring;
import dev.unhang.app.render.Escape;
import dev.unhang.app.render.PlanScreen;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.plan.Plan;
import dev.unhang.repair.Repair;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang fix`: does the plan, now and for every boot to come.
final class FixCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      KeepOptions.addTo(
          Spec.command("fix", "Switches off what makes the NIC hang, now and at every boot.")
              .addPositional(NicOperand.spec())
              .addOption(Wish.spec())
              .addOption(Spec.value("--plan", "DIGEST", "do exactly the plan with this digest"))
              .addOption(Spec.flag("--dry-run", "show the plan, do nothing"))
              .addOption(Spec.flag("--yes", "don't ask")));

  FixCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    Host host = wiring.live();
    boolean dry = Spec.has(arguments, "--dry-run");
    if (!dry) {
      Changing.needsRoot(host, "fix");
    }
    Plan plan = Planning.plan(arguments, host);
    console.say(PlanScreen.text(plan));
    if (plan.isEmpty() || dry) {
      return ExitCode.OK;
    }
    console.say("");
    if (!agreed(arguments, console, plan)) {
      console.say("Nothing was changed.");
      return ExitCode.OK;
    }
    return Changing.alone(host, () -> carryOut(host, plan, console));
  }

  private static boolean agreed(ParseResult arguments, Console console, Plan plan) {
    String digest = arguments.matchedOptionValue("--plan", "");
    if (digest.isEmpty()) {
      return Consent.given(arguments, console, "Do this?");
    }
    if (!digest.equals(plan.digest())) {
      throw new CannotChange(
          "do plan " + digest,
          plan.nic().value(),
          "the host has changed since: the plan now is " + plan.digest(),
          "look at it with: unhang plan " + plan.nic());
    }
    return true;
  }

  private static ExitCode carryOut(Host host, Plan plan, Console console) {
    Repair repair = new Repair(host.view(), host.control(), host.ledger());
    Repair.Outcome outcome =
        repair.carryOut(
            plan, "fix " + plan.nic(), step -> console.note("  " + Escape.terminal(step.title())));
    return switch (outcome) {
      case Repair.Outcome.Done done -> {
        console.say(
            "Done, change "
                + done.change().number()
                + ". Take it back with: unhang undo "
                + done.change().number());
        console.say("See that it holds:  unhang verify " + plan.nic());
        yield ExitCode.OK;
      }
      case Repair.Outcome.TakenBack back -> {
        console.note("unhang: " + Escape.terminal(String.valueOf(back.because().getMessage())));
        console.note("  mend: " + Escape.terminal(back.because().mend()));
        console.say("Everything that had been done was taken back.");
        yield ExitCode.TAKEN_BACK;
      }
    };
  }
}
