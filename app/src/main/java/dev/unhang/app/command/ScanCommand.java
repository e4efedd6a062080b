package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.EventJson;
import dev.unhang.app.json.ScanJson;
import dev.unhang.app.option.Following;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.LogOptions;
import dev.unhang.app.option.Scanned;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.screen.ScanScreen;
import dev.unhang.app.source.FollowJournal;
import dev.unhang.app.source.Journals;
import dev.unhang.app.text.EventWords;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.findings.verdict.Verdicts;
import dev.unhang.hosts.HostReading;
import dev.unhang.model.error.CannotWrite;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogFacts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang scan`: only the hangs in the logs.
final class ScanCommand implements CliCommand {
  private static final List<String> FOLLOWS_NOT =
      List.of("--json", "--root", "--boot", "--since", "--until");

  /// Looking whether the reader is still there means to write what is held back: not at every line.
  private static final int LOOK_EVERY = 1000;

  private final Wiring wiring;
  private final CommandSpec spec =
      LogOptions.add(
              Spec.command(
                  "scan", "Lists the hangs in kernel logs: when, how long, how each ended."))
          .addOption(Spec.flag("--json", "one JSON document, unhang.scan/1"))
          .addOption(Spec.flag("--follow", "each event as it is logged, until Ctrl-C"))
          .addOption(Spec.flag("--jsonl", "each event on a line of its own, unhang.event/1"))
          .addOption(Spec.flag("--exit-zero", "exit 0 whatever is found"));

  ScanCommand(Wiring wiring) {
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
  public boolean isLive(ParseResult arguments) {
    return Spec.has(arguments, "--follow");
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    List<String> names = Spec.operands(arguments);
    if (Spec.has(arguments, "--follow")) {
      return follow(arguments, console, names);
    }
    List<Reading<LogFacts>> logs =
        Spec.has(arguments, "--jsonl") ? events(arguments, console) : hangs(arguments, console);
    Scanned.complain(console, logs);
    ExitCode code = names.isEmpty() ? Scanned.codeOfFound(logs) : Scanned.code(logs);
    if (code == ExitCode.OK && names.isEmpty() && LogOptions.disk(arguments, wiring).isEmpty()) {
      code = inGuest(logs, console);
    }
    return Spec.has(arguments, "--exit-zero") && code != ExitCode.UNREADABLE ? ExitCode.OK : code;
  }

  /// A clean log of a guest says nothing: this failure lives in the NIC of its host.
  private ExitCode inGuest(List<Reading<LogFacts>> logs, Console console) {
    HostFacts here = HostReading.read(wiring.live().view(), logs, List.of());
    if (!Verdicts.isMereGuest(here)) {
      return ExitCode.OK;
    }
    console.note(
        "unhang: this is a guest ("
            + here.guest().orElseThrow()
            + "); this failure lives in the NIC of its host: run unhang there");
    return ExitCode.INCOMPLETE;
  }

  private List<Reading<LogFacts>> hangs(ParseResult arguments, Console console) {
    List<Reading<LogFacts>> logs = LogOptions.read(arguments, wiring, console);
    int boot = LogOptions.boot(arguments, wiring.live().clocks().wall());
    JsonOption.answer(
        arguments,
        console,
        () -> new ScanJson(logs).document(),
        () -> new ScanScreen(logs, boot).lines());
    return logs;
  }

  /// As they are read: nothing is kept, however many there are.
  private List<Reading<LogFacts>> events(ParseResult arguments, Console console) {
    if (Spec.has(arguments, "--json")) {
      throw new Usage(
          "--json gives one document of hangs, --jsonl a line for each event: one of them");
    }
    AtomicLong told = new AtomicLong();
    return LogOptions.read(
        arguments,
        wiring,
        console,
        event -> {
          console.say(EventJson.line(event, Optional.empty()));
          if (told.incrementAndGet() % LOOK_EVERY == 0) {
            requireReader(console);
          }
        });
  }

  /// Reading on is of no use for a reader that is gone.
  private static void requireReader(Console console) {
    console
        .lost()
        .ifPresent(why -> {
          throw new CannotWrite(
              "standard output", why, "have something read it, or a disk with room");
        });
  }

  private ExitCode follow(ParseResult arguments, Console console, List<String> names) {
    if (names.size() > 1 || FOLLOWS_NOT.stream().anyMatch(name -> Spec.has(arguments, name))) {
      throw new Usage(
          "--follow tells what is logged from now on, by this host's kernel or in one journal:"
              + " without --root, --boot, --since, --until, and --jsonl not --json");
    }
    Clocks clocks = wiring.live().clocks();
    boolean lines = Spec.has(arguments, "--jsonl");
    Following following = new Following(clocks, console);
    Consumer<KernelEvent> words =
        event -> {
          if (lines) {
            console.say(EventJson.line(event, Optional.of(clocks.wall())));
          } else {
            console.say(EventWords.line(event));
          }
        };
    if (names.isEmpty()) {
      return following.run(new Origin("kernel log"), wiring.live().events(), words);
    }
    String name = names.getFirst();
    return following.run(
        new Origin("journal " + name),
        out -> FollowJournal.start(Journals.follow(wiring.here(), name), clocks, out),
        words);
  }
}
