package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.Deed;
import dev.unhang.app.json.PlanJson;
import dev.unhang.app.option.Changing;
import dev.unhang.app.option.Consent;
import dev.unhang.app.option.FixGuards;
import dev.unhang.app.option.HostOption;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.KeepOptions;
import dev.unhang.app.option.NicOperand;
import dev.unhang.app.option.OpenTrial;
import dev.unhang.app.option.Overrides;
import dev.unhang.app.option.Planning;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.TrialLength;
import dev.unhang.app.option.Usage;
import dev.unhang.app.option.Wish;
import dev.unhang.app.screen.PlanScreen;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.ShellWord;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.repair.Repair;
import dev.unhang.repair.Trial;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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
              .addOption(HostOption.spec())
              .addOption(TrialLength.spec())
              .addOption(TrialLength.without())
              .addOption(Overrides.spec())
              .addOption(JsonOption.spec("fix/1"))
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
    return JsonOption.told(
        arguments, console, new Deed("fix"), (words, deed) -> run(arguments, words, deed));
  }

  private ExitCode run(ParseResult arguments, Console console, Deed deed) {
    Set<String> overridden = Overrides.of(arguments);
    TrialLength.requireRunning(arguments);
    Host host = HostOption.of(arguments, wiring);
    boolean dry = Spec.has(arguments, "--dry-run");
    if (!dry) {
      Changing.needsRoot(host, "fix");
    }
    Plan plan = Planning.plan(arguments, host);
    boolean live = !HostOption.isDisk(arguments);
    if (live) {
      OpenTrial.requireNone(host, "change " + plan.nic(), plan.nic(), plan.pci());
    }
    deed.of(plan.nic()).with(json -> json.object("plan", each -> PlanJson.fields(each, plan)));
    console.say(PlanScreen.of(plan));
    TrialLength.why(arguments, host.view(), plan).ifPresent(why -> console.say("Note: " + why));
    ExitCode whole = plan.notDone().isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    if (plan.isEmpty()) {
      return whole;
    }
    Optional<FixGuards> guards = guards(arguments, host, plan, overridden);
    guards.ifPresent(each -> each.urgency(host, console));
    if (dry) {
      deed.end(Deed.End.SHOWN);
      guards.ifPresent(each -> each.tell(plan, console));
      return whole;
    }
    guards.ifPresent(each -> each.require(plan));
    console.say("");
    if (!agreed(arguments, console, plan)) {
      console.say("Nothing was changed.");
      deed.end(Deed.End.DECLINED);
      return ExitCode.OK;
    }
    Optional<Duration> trial = TrialLength.of(arguments, host.view(), plan);
    Repair.Outcome outcome =
        Changing.alone(
            host,
            () -> {
              if (live) {
                OpenTrial.requireNone(host, "change " + plan.nic(), plan.nic(), plan.pci());
              }
              return carryOut(host, plan, trial, console);
            });
    deed.ended(outcome);
    ExitCode told = told(outcome, plan.nic(), HostOption.typed(arguments), console);
    boolean watched =
        outcome instanceof Repair.Outcome.OnTrial
            && console.terminal()
            && !JsonOption.of(arguments)
            && !Spec.has(arguments, "--yes");
    if (told == ExitCode.OK && whole != ExitCode.OK) {
      console.say("Left to do by hand: what the plan says is not done.");
    }
    ExitCode ended =
        watched
            ? new TrialPrompt(host, console).watch(outcome.change(), trial.orElseThrow())
            : told;
    return ended == ExitCode.OK ? whole : ended;
  }

  /// The disk of a host that doesn't run cuts no session off.
  private Optional<FixGuards> guards(
      ParseResult arguments, Host host, Plan plan, Set<String> overridden) {
    return HostOption.isDisk(arguments)
        ? Optional.empty()
        : Optional.of(FixGuards.look(wiring, host, plan, overridden));
  }

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{6}");

  private static boolean agreed(ParseResult arguments, Console console, Plan plan) {
    String digest = arguments.matchedOptionValue("--plan", "");
    if (digest.isEmpty()) {
      return Consent.given(arguments, console, "Do this?");
    }
    if (!DIGEST.matcher(digest).matches()) {
      throw new Usage(
          "no plan has the digest '"
              + digest
              + "': '"
              + ShellWord.command("unhang plan", plan.nic().value(), HostOption.typed(arguments))
              + "' prints the one it has, six hex digits");
    }
    if (!digest.equals(plan.digest())) {
      throw new CannotChange(
          "do plan " + digest,
          plan.nic().value(),
          "the host has changed since: the plan now is " + plan.digest(),
          "look at it with: "
              + ShellWord.command("unhang plan", plan.nic().value(), HostOption.typed(arguments)));
    }
    return true;
  }

  private static Repair.Outcome carryOut(
      Host host, Plan plan, Optional<Duration> trial, Console console) {
    Consumer<PlannedStep> progress = step -> console.note("  " + step.title());
    String title = "fix " + plan.nic();
    Repair.Outcome outcome =
        trial.isEmpty()
            ? new Repair(host.view(), host.control(), host.ledger()).carryOut(plan, title, progress)
            : new Trial(host.view(), host.control(), host.ledger(), new DetachedUndo(host))
                .begin(plan, title, trial.get(), progress);
    if (outcome instanceof Repair.Outcome.OnTrial && trial.isPresent()) {
      console.say(
          "On trial for " + trial.get().toSeconds() + " s; nothing is written to disk yet.");
    }
    return outcome;
  }

  /// What a person is told of how it ended.
  ///
  /// @param where options behind the commands to type next
  static ExitCode told(Repair.Outcome outcome, InterfaceName nic, String where, Console console) {
    return switch (outcome) {
      case Repair.Outcome.Done done -> {
        console.say(
            "Done, change "
                + done.change().number()
                + ". Undo it with: unhang undo "
                + done.change().number()
                + where);
        console.say(
            "See that it holds:  " + ShellWord.command("unhang verify", nic.value(), where));
        yield ExitCode.OK;
      }
      case Repair.Outcome.OnTrial tried -> {
        console.say("If you still reach this host, keep it: unhang confirm");
        console.say("Else change " + tried.change().number() + " is rolled back automatically.");
        yield ExitCode.OK;
      }
      case Repair.Outcome.TakenBack back -> {
        console.note("unhang: " + String.valueOf(back.because().getMessage()));
        console.note("  try: " + back.because().hint());
        console.say("Everything that had been done was rolled back.");
        yield ExitCode.TAKEN_BACK;
      }
    };
  }
}
