package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.Deed;
import dev.unhang.app.option.Changing;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Spec;
import dev.unhang.app.screen.ActionWords;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.change.Change;
import dev.unhang.repair.Repair;
import dev.unhang.repair.Trial;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang confirm`: keeps what is on trial, and writes what makes it last.
public final class ConfirmCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("confirm", "Keeps a change that is on trial: now it is written to disk.")
          .addOption(JsonOption.spec("confirm/1"));

  ConfirmCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    return JsonOption.told(arguments, console, new Deed("confirm"), this::run);
  }

  private ExitCode run(Console console, Deed deed) {
    Host host = wiring.live();
    Changing.needsRoot(host, "confirm");
    return Changing.alone(host, () -> confirm(host, console, deed));
  }

  private static ExitCode confirm(Host host, Console console, Deed deed) {
    List<Change> history = host.ledger().history();
    Optional<Change> tried =
        history.stream()
            .filter(change -> change.state() == Change.State.ON_TRIAL)
            .reduce((earlier, later) -> later);
    if (tried.isEmpty()) {
      console.say("Nothing to confirm: no change is on trial" + last(history));
      return ExitCode.REFUSED;
    }
    return keep(host, tried.get(), console, deed);
  }

  /// Keeps a change that is on trial. Called with the writer's lock held.
  public static ExitCode keep(Host host, Change change, Console console) {
    return keep(host, change, console, new Deed("confirm"));
  }

  private static ExitCode keep(Host host, Change change, Console console, Deed deed) {
    Trial trial = new Trial(host.view(), host.control(), host.ledger(), new DetachedUndo(host));
    for (var action : change.actions()) {
      if (!action.endsWithTheBoot()) {
        console.say(ActionWords.lines(action));
      }
    }
    Repair.Outcome kept = trial.keep(change);
    deed.ended(kept);
    return FixCommand.told(kept, change.nic(), "", console);
  }

  /// What became of the last one: it may have been too late.
  private static String last(List<Change> history) {
    return history.isEmpty()
        ? ""
        : "; change "
            + history.getLast().number()
            + " ("
            + history.getLast().title()
            + ") is "
            + history.getLast().state().word();
  }
}
