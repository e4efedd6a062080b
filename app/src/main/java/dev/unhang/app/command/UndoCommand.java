package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.Deed;
import dev.unhang.app.option.Changing;
import dev.unhang.app.option.Consent;
import dev.unhang.app.option.HostOption;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.OpenTrial;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.screen.ActionWords;
import dev.unhang.app.text.Line;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.change.Change;
import dev.unhang.repair.Undo;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang undo`: takes a change back, the last one that stands unless another is named.
final class UndoCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("undo", "Takes a change back: the last one that stands, or the one named.")
          .addPositional(Spec.one("N", "0..1", "a change's number, as history lists it"))
          .addOption(HostOption.spec())
          .addOption(JsonOption.spec("undo/1"))
          .addOption(Spec.flag("--dry-run", "show what would be done, do nothing"))
          .addOption(Spec.flag("--yes", "don't ask"));

  UndoCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    return JsonOption.told(
        arguments, console, new Deed("undo"), (words, deed) -> run(arguments, words, deed));
  }

  private ExitCode run(ParseResult arguments, Console console, Deed deed) {
    Host host = HostOption.of(arguments, wiring);
    Changing.needsRoot(host, "undo");
    List<Change> history = host.ledger().history();
    Optional<Change> change = chosen(arguments, history);
    if (change.isEmpty()) {
      console.say("Nothing to undo: " + nothing(arguments, history));
      return ExitCode.OK;
    }
    if (!HostOption.isDisk(arguments)) {
      requireNoOther(host, change.get());
    }
    Undo undo = new Undo(host.view(), host.control(), host.ledger());
    Undo.UndoPlan plan = undo.plan(change.get());
    deed.change(change.get())
        .with(json ->
            json.strings(
                    "actions",
                    plan.actions().stream()
                        .flatMap(action -> ActionWords.lines(action).lines().stream())
                        .map(Line::text)
                        .toList())
                .strings("notes", plan.notes()));
    console.say("Change " + change.get().number() + " (" + change.get().title() + ")");
    plan.actions().forEach(action -> console.say(ActionWords.lines(action)));
    plan.notes().forEach(note -> console.say("Note: " + note));
    if (Spec.has(arguments, "--dry-run")) {
      deed.end(Deed.End.SHOWN);
      return ExitCode.OK;
    }
    if (!Consent.given(arguments, console, "Take it back?")) {
      console.say("Nothing was changed.");
      deed.end(Deed.End.DECLINED);
      return ExitCode.OK;
    }
    Changing.alone(
        host,
        () -> {
          if (!HostOption.isDisk(arguments)) {
            requireNoOther(host, change.get());
          }
          undo.carryOut(plan);
          return plan;
        });
    console.say("Rolled back.");
    deed.change(change.get().with(Change.State.UNDONE)).end(Deed.End.TAKEN_BACK);
    return ExitCode.OK;
  }

  /// A trial is ended by undoing it itself; while another goes on, nothing else of its NIC is.
  private static void requireNoOther(Host host, Change change) {
    OpenTrial.of(host, host.ledger().history(), change.nic(), change.pci())
        .filter(trial -> trial.change().number() != change.number())
        .ifPresent(trial -> {
          throw trial.refuse("take change " + change.number() + " back");
        });
  }

  /// Why there is nothing, in words that don't deny what does stand.
  private static String nothing(ParseResult arguments, List<Change> history) {
    List<String> standing =
        history.stream().filter(Change::stands).map(each -> String.valueOf(each.number())).toList();
    String others =
        standing.isEmpty()
            ? "no change stands"
            : "what stands is change " + String.join(", ", standing);
    return Spec.operands(arguments).stream()
        .findFirst()
        .map(number -> "change " + number + " does not stand any more; " + others)
        .orElse(others);
  }

  private static Optional<Change> chosen(ParseResult arguments, List<Change> history) {
    List<String> operands = Spec.operands(arguments);
    if (operands.isEmpty()) {
      return history.stream().filter(Change::stands).reduce((earlier, later) -> later);
    }
    String number = operands.getFirst();
    Change change =
        history.stream()
            .filter(each -> String.valueOf(each.number()).equals(number))
            .findFirst()
            .orElseThrow(() -> new Usage("there is no change " + number + " in the history"));
    return change.stands() ? Optional.of(change) : Optional.empty();
  }
}
