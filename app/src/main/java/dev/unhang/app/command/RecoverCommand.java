package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.Deed;
import dev.unhang.app.json.ProofJson;
import dev.unhang.app.option.CardItself;
import dev.unhang.app.option.Changing;
import dev.unhang.app.option.Consent;
import dev.unhang.app.option.FixGuards;
import dev.unhang.app.option.HangsOnRecord;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.NicOperand;
import dev.unhang.app.option.Overrides;
import dev.unhang.app.option.Spec;
import dev.unhang.app.screen.RecoveryWords;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.log.Episode;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.proof.Proof;
import dev.unhang.repair.guard.Circumstances;
import dev.unhang.repair.guard.DeviceState;
import dev.unhang.repair.guard.Guards;
import dev.unhang.repair.guard.LostForGood;
import dev.unhang.repair.recover.Interrupted;
import dev.unhang.repair.recover.Ladder;
import dev.unhang.repair.recover.PortSnapshot;
import dev.unhang.repair.recover.Recovery;
import dev.unhang.repair.recover.RecoveryContext;
import dev.unhang.repair.recover.SendsAgain;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang recover`: the recovery ladder, each rung proved before the next.
final class RecoverCommand implements CliCommand {
  private static final String STANDS_STILL = "device-stands-still";

  /// What refuses this refuses the whole ladder.
  private static final Risk MILDEST = Ladder.ALL.getFirst().about().risk();

  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("recover", "Brings a NIC back that hangs: by resets, the mildest first.")
          .addPositional(NicOperand.spec())
          .addOption(Overrides.spec(STANDS_STILL))
          .addOption(JsonOption.spec("recover/1"))
          .addOption(Spec.flag("--dry-run", "show what would be done, do nothing"))
          .addOption(Spec.flag("--yes", "don't ask"));

  RecoverCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    return JsonOption.told(
        arguments, console, new Deed("recover"), (words, deed) -> run(arguments, words, deed));
  }

  private ExitCode run(ParseResult arguments, Console console, Deed deed) {
    Set<String> overridden = Overrides.of(arguments, STANDS_STILL);
    Host host = wiring.live();
    Changing.needsRoot(host, "recover");
    List<Change> interrupted = interrupted(arguments, host);
    if (!interrupted.isEmpty() && !Spec.has(arguments, "--dry-run")) {
      finish(host, interrupted, console);
    }
    CardItself.require(host.view(), Spec.operands(arguments), "recover");
    NicFacts nic = NicOperand.read(arguments, host);
    RecoveryContext context = new RecoveryContext(host.view(), host.clocks());
    SendsAgain sends = new SendsAgain(context, wiring.prober(), nic);
    Proof now = sends.now();
    RecoveryWords words = new RecoveryWords(console::say);
    words.looked(now);
    deed.of(nic.name())
        .with(json -> json.object("before", each -> ProofJson.checks(each, now.checks())));
    if (now.holds()) {
      console.say("Nothing to recover: " + nic.name() + " sends.");
      return ExitCode.OK;
    }
    boolean standsStill = SendsAgain.standsStill(now);
    requireStandsStill(nic, standsStill, overridden);
    Circumstances circumstances =
        Circumstances.read(
                host.view(), nic, standsStill, host.ledger().history(), host.clocks().wall())
            .reported(HangsOnRecord.goesOn(host, nic).map(Episode::dump));
    PortState port = PortSnapshot.take(host.view(), nic);
    words.plan(
        port,
        DeviceState.read(host.view(), port.device()).known(),
        FixGuards.fencing(circumstances, host),
        LostForGood.of(circumstances).words());
    Runnable guards = () -> Guards.require("reset", MILDEST, circumstances, overridden);
    if (Spec.has(arguments, "--dry-run")) {
      deed.end(Deed.End.SHOWN);
      FixGuards.tell(guards, console);
      return ExitCode.OK;
    }
    guards.run();
    if (!Consent.given(arguments, console, "Do this, until it sends?")) {
      console.say("Nothing was changed.");
      deed.end(Deed.End.DECLINED);
      return ExitCode.OK;
    }
    new EvidenceFirst(host).save(nic.name(), console);
    Recovery.Outcome outcome =
        Changing.alone(
            host,
            () ->
                new Recovery(context, host.executor(), sends)
                    .climb(nic, circumstances, overridden, words));
    words.ended(nic.name(), outcome);
    told(deed, outcome);
    return outcome instanceof Recovery.Outcome.Cured cured
        ? cured.left().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS
        : ExitCode.HANG;
  }

  private static void told(Deed deed, Recovery.Outcome outcome) {
    switch (outcome) {
      case Recovery.Outcome.Cured cured ->
          deed.end(Deed.End.DONE)
              .with(json ->
                  json.string("by", cured.by().about().title())
                      .number("milliseconds", cured.took().toMillis())
                      .strings("notPutBack", cured.left())
                      .object("after", each -> ProofJson.checks(each, cured.proof().checks())));
      case Recovery.Outcome.NotCured still ->
          deed.end(Deed.End.NOT_CURED).with(json -> json.strings("notPutBack", still.left()));
    }
  }

  private static void requireStandsStill(
      NicFacts nic, boolean standsStill, Set<String> overridden) {
    if (!standsStill && !overridden.contains(STANDS_STILL)) {
      throw new CannotChange(
          "recover",
          nic.name().value(),
          "its transmit ring does not stand still: what is dark is behind it",
          "do it all the same: --override " + STANDS_STILL);
    }
  }

  /// Resets of that NIC that were begun and never ended: by its present name or a former one.
  private static List<Change> interrupted(ParseResult arguments, Host host) {
    String name = Spec.operands(arguments).stream().findFirst().orElse("");
    return host.ledger().history().stream()
        .filter(Change::isPending)
        .filter(change ->
            change.actions().stream()
                .anyMatch(action ->
                    action instanceof Action.Recover recover
                        && recover.port().nic().value().equals(name)))
        .toList();
  }

  private static void finish(Host host, List<Change> interrupted, Console console) {
    Changing.alone(
        host,
        () -> {
          RecoveryContext context = new RecoveryContext(host.view(), host.clocks());
          for (Change change : interrupted) {
            console.say("Change " + change.number() + " was interrupted: restoring");
            for (String left : new Interrupted(context, host.executor()).finish(change)) {
              console.say("  not restored: " + left);
            }
          }
          return interrupted;
        });
  }
}
