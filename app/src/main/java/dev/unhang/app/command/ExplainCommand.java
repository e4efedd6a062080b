package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.docs.Page;
import dev.unhang.app.option.Scanned;
import dev.unhang.app.option.Spec;
import dev.unhang.app.screen.ExplainScreen;
import dev.unhang.app.source.NamedLogs;
import dev.unhang.app.source.Threads;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.LogFacts;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang explain`: a dump field by field, or a word of ours in a paragraph.
final class ExplainCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("explain", "Decodes a pasted hang report field by field, or explains a term.")
          .addPositional(
              Spec.operand(
                  "WHAT",
                  "0..1",
                  "a file, - (the default), a finding or step, an offload (tso), a field (TDH)"));

  ExplainCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    List<String> operands = Spec.operands(arguments);
    String what = operands.isEmpty() ? "-" : operands.getFirst();
    if (!what.equals("-")) {
      Optional<String> term = ExplainScreen.term(what).or(() -> Page.named(what).map(Page::plain));
      if (term.isPresent()) {
        console.say(term.get());
        return ExitCode.OK;
      }
    }
    List<Reading<LogFacts>> logs = read(console, what);
    console.say(new ExplainScreen(logs).text());
    Scanned.complain(console, logs);
    return Scanned.code(logs);
  }

  private List<Reading<LogFacts>> read(Console console, String what) {
    try (Threads threads = new Threads()) {
      return new NamedLogs(wiring.here(), console, threads, Optional.empty()).read(List.of(what));
    }
  }
}
