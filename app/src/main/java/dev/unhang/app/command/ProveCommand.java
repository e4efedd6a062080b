package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.ProveJson;
import dev.unhang.app.option.HostOption;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.TimeWords;
import dev.unhang.app.option.Usage;
import dev.unhang.app.screen.ProveScreen;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.repair.prove.ChangeInForce;
import dev.unhang.repair.prove.Judged;
import dev.unhang.repair.prove.LedgerChanges;
import dev.unhang.repair.prove.Quiet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang prove`: whether the time since a change proves that it repaired a NIC.
final class ProveCommand implements CliCommand {
  private static final String SINCE = "--since";

  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("prove", "Says how sure it is that a NIC is repaired. Sends nothing.")
          .addPositional(
              Spec.operand(
                  "IF",
                  "1..*",
                  "the interface, as 'ip link' names it; behind it logs, journals or a saved host,"
                      + " without: this host"))
          .addOption(HostOption.spec())
          .addOption(
              Spec.value(
                  SINCE,
                  "TIME",
                  "when you changed something by hand: 2025-05-25, -8d; without: the"
                      + " last change on record"))
          .addOption(
              Spec.list(
                  "--load",
                  "FILE",
                  "samples of throughput: an RRD of Proxmox VE, or what 'sadf -j -- -n DEV'"
                      + " prints"))
          .addOption(Spec.flag("--json", "one JSON document, unhang.prove/1"));

  ProveCommand(Wiring wiring) {
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
    Optional<Instant> since = since(arguments);
    LookedBack looked = LookedBack.of(arguments, wiring, console);
    Optional<ChangeInForce> change =
        since.map(ChangeInForce::byHand).or(() -> LedgerChanges.latest(looked.changes()));
    List<ChangeInForce> others =
        looked.changes().stream().filter(each -> !change.equals(Optional.of(each))).toList();
    Judged judged =
        change
            .map(each -> Quiet.of(looked.history().with(others), each))
            .orElseGet(() -> Judged.notEnough(withoutChange(looked)));
    JsonOption.answer(
        arguments,
        console,
        () -> ProveJson.document(looked.name(), change, judged),
        () -> new ProveScreen(looked.name(), change, judged).lines());
    return code(judged.verdict());
  }

  private static String withoutChange(LookedBack looked) {
    return looked.ledger().orElse("no change of the settings of " + looked.name() + " is on record")
        + "; "
        + SINCE
        + " TIME tells when you changed something";
  }

  private Optional<Instant> since(ParseResult arguments) {
    String text = arguments.matchedOptionValue(SINCE, "");
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            TimeWords.parse(text, wiring.live().clocks().wall())
                .orElseThrow(() ->
                    new Usage(
                        SINCE
                            + " takes 2025-05-25, '2025-05-25 15:23', -8d, yesterday and the like;"
                            + " not "
                            + text)));
  }

  private static ExitCode code(Judged.Verdict verdict) {
    return switch (verdict) {
      case PROVED -> ExitCode.OK;
      case NOT_YET, NOT_ENOUGH -> ExitCode.INCOMPLETE;
      case HUNG_AGAIN -> ExitCode.HANG;
    };
  }
}
