package dev.unhang.app.cli;

import dev.unhang.app.Console;
import dev.unhang.app.ExitCode;
import dev.unhang.app.Host;
import dev.unhang.app.Wiring;
import dev.unhang.app.render.EventJson;
import dev.unhang.app.render.EventWords;
import dev.unhang.app.render.ScanJson;
import dev.unhang.app.render.ScanScreen;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.LogFacts;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang scan`: only the hangs in the logs.
final class ScanCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      LogOptions.add(
              Spec.command(
                  "scan", "Lists the hangs in kernel logs: when, how long, how each ended."))
          .addOption(Spec.flag("--json", "one JSON document, unhang.scan/1"))
          .addOption(Spec.flag("--follow", "each event as the kernel logs it, until Ctrl-C"))
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
  public ExitCode run(ParseResult arguments, Console console) {
    List<String> names = Spec.operands(arguments);
    if (Spec.has(arguments, "--follow")) {
      return follow(arguments, console, names);
    }
    if (Spec.has(arguments, "--jsonl")) {
      throw new Usage("--jsonl goes with --follow; of logs at rest --json gives one document");
    }
    List<Reading<LogFacts>> logs = LogOptions.read(arguments, wiring, console);
    console.say(
        Spec.has(arguments, "--json")
            ? new ScanJson(logs).document()
            : new ScanScreen(logs).text());
    Scanned.complain(console, logs);
    ExitCode code = Scanned.code(logs);
    return Spec.has(arguments, "--exit-zero") && code != ExitCode.UNREADABLE ? ExitCode.OK : code;
  }

  private ExitCode follow(ParseResult arguments, Console console, List<String> names) {
    if (!names.isEmpty() || Spec.has(arguments, "--json")) {
      throw new Usage("--follow follows this host's kernel log: no SOURCE, and --jsonl not --json");
    }
    Host host = wiring.live();
    boolean lines = Spec.has(arguments, "--jsonl");
    return new Following(host, console)
        .run(event ->
            lines
                ? EventJson.line(event, Optional.of(host.clocks().wall()))
                : EventWords.line(event));
  }
}
