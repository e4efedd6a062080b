package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.ProofJson;
import dev.unhang.app.option.CardItself;
import dev.unhang.app.option.HostOption;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Ledger;
import dev.unhang.app.option.NamedOperands;
import dev.unhang.app.option.NicOperand;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Table;
import dev.unhang.app.text.TroubleLines;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.config.boot.CalledScripts;
import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.survey.Nics;
import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.proof.Check;
import dev.unhang.model.proof.Proof;
import dev.unhang.repair.PendingTrial;
import dev.unhang.repair.persist.NixosGenerations;
import dev.unhang.repair.proof.NextBoot;
import dev.unhang.repair.proof.Verify;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang verify`: want, have, and whether it will last.
final class VerifyCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("verify", "Looks whether a fix is in force and will be after a reboot.")
          .addPositional(
              Spec.operand(
                  "IF",
                  "1..*",
                  "the interface, as 'ip link' names it; and a saved host: a report, a sosreport"))
          .addOption(HostOption.spec())
          .addOption(Spec.flag("--json", "one JSON document, unhang.verify/1"));

  VerifyCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    NamedOperands operands = NamedOperands.of(Spec.operands(arguments), wiring, console);
    if (operands.nics().size() > 1) {
      throw new Usage("verify looks at one interface: " + String.join(", ", operands.nics()));
    }
    HostView view = operands.host().orElseGet(() -> HostOption.of(arguments, wiring).view());
    CardItself.require(view, operands.nics(), "verify");
    NicFacts nic =
        NicOperand.read(
            operands.nics(),
            view,
            () -> operands.host().isPresent() ? List.of() : ledger(arguments));
    // What unhang changed on a saved host is not on record here.
    List<Change> recorded = operands.host().isPresent() ? List.of() : ledger(arguments);
    Optional<PendingTrial> trial =
        recorded.isEmpty()
            ? Optional.empty()
            : PendingTrial.of(recorded, nic.name(), nic.pci(), HostReading.boot(view));
    trial.ifPresent(open -> console.note("unhang: " + open.words() + "; " + open.settle()));
    List<Change> changes = asIfKept(recorded, trial);
    Set<OffloadGroup> wanted = Verify.wanted(nic, changes);
    List<Check> values = Verify.values(view, nic, changes);
    List<Trouble> scripts = CalledScripts.of(view, nic.name().value());
    TroubleLines.of(scripts).forEach(console::note);
    if (wanted.isEmpty() && values.isEmpty()) {
      String why =
          nic.settings()
              .whyNot()
              .map(unread -> "Nothing to verify, its configuration was not read: " + unread)
              .orElse(
                  scripts.isEmpty()
                      ? "Nothing to verify: no change on record and no line switches its offloads"
                      : "Nothing to verify: no change on record; what scripts switch, see above,"
                          + " is not worked out");
      JsonOption.answer(
          arguments,
          console,
          () -> ProofJson.document(nic.name(), Optional.empty(), Optional.of(why)),
          () -> new Lines().plain(why));
      return ExitCode.INCOMPLETE;
    }
    Proof proof =
        Verify.offloadsAreOff(nic, Nics.atNextBoot(view, nic), wanted)
            .and(values)
            .and(NixosGenerations.checks(view, nic, Verify.given(nic, changes, wanted)))
            .and(NextBoot.name(view, nic));
    JsonOption.answer(
        arguments,
        console,
        () -> ProofJson.document(nic.name(), Optional.of(proof), Optional.empty()),
        () -> new Lines().rows(table(proof)));
    if (view.attributes(InterfacesSource.PENDING).known().isPresent()) {
      console.note(
          "unhang: "
              + InterfacesSource.PENDING
              + " is pending and replaces the file at the next boot: both were looked at");
    }
    return code(proof);
  }

  /// What is on trial is wanted too, as if it were kept: that it will not last is then seen.
  private static List<Change> asIfKept(List<Change> recorded, Optional<PendingTrial> trial) {
    return trial
        .map(open ->
            recorded.stream()
                .map(each ->
                    each.number() == open.change().number() ? each.with(Change.State.DONE) : each)
                .toList())
        .orElse(recorded);
  }

  private List<Change> ledger(ParseResult arguments) {
    return Ledger.readable(HostOption.of(arguments, wiring));
  }

  private static ExitCode code(Proof proof) {
    if (proof.holds()) {
      return ExitCode.OK;
    }
    boolean disproved =
        proof.checks().stream()
            .anyMatch(check ->
                check.result() == Check.Result.FAIL || check.result() == Check.Result.REQUESTED);
    return disproved ? ExitCode.FINDINGS : ExitCode.INCOMPLETE;
  }

  private static Table table(Proof proof) {
    Table table = new Table("what", "want", "have", "result", "because");
    for (Check check : proof.checks()) {
      table.row(check.subject(), check.want(), check.have(), check.result().word(), check.note());
    }
    return table;
  }
}
