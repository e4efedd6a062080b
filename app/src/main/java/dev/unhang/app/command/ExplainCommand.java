package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.docs.JsonKeys;
import dev.unhang.app.docs.Page;
import dev.unhang.app.docs.Terms;
import dev.unhang.app.json.ExplainJson;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Scanned;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.screen.ExplainList;
import dev.unhang.app.screen.ExplainScreen;
import dev.unhang.app.source.Journals;
import dev.unhang.app.source.NamedLogs;
import dev.unhang.app.source.Threads;
import dev.unhang.app.text.Lines;
import dev.unhang.app.text.Similar;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.error.CannotRead;
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
              Spec.one(
                  "WHAT",
                  "0..1",
                  "a file, - (the default), a finding or step, an offload (tso), a field (TDH), a"
                      + " guard or another word of ours (quorum, eee)"))
          .addOption(Spec.flag("--list", "all that can be explained"))
          .addOption(JsonOption.spec("explain/1"));

  ExplainCommand(Wiring wiring) {
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
    List<String> operands = Spec.operands(arguments);
    if (Spec.has(arguments, "--list")) {
      if (!operands.isEmpty() || JsonOption.of(arguments)) {
        throw new Usage("--list stands alone");
      }
      console.say(ExplainList.lines());
      return ExitCode.OK;
    }
    String what = operands.isEmpty() ? "-" : operands.getFirst();
    if (!what.equals("-")) {
      Terms terms = new Terms();
      Optional<String> term =
          ExplainScreen.term(what)
              .or(() -> terms.of(what))
              .or(() -> Page.named(what).map(Page::plain))
              .or(() -> new JsonKeys().of(what));
      if (term.isPresent()) {
        JsonOption.answer(
            arguments,
            console,
            () -> ExplainJson.word(what, term.get()),
            () -> Lines.ofText(term.get()));
        return ExitCode.OK;
      }
      requireFile(what);
    }
    List<Reading<LogFacts>> logs = read(console, what);
    JsonOption.answer(
        arguments, console, () -> ExplainJson.reports(logs), () -> new ExplainScreen(logs).lines());
    Scanned.complain(console, logs);
    return Scanned.code(logs);
  }

  /// Throws Usage where it is neither a word nor the name of anything that is there.
  private void requireFile(String what) {
    if (what.indexOf('/') >= 0
        || wiring.here().attributes(Journals.path(what)).known().isPresent()) {
      return;
    }
    throw new CannotRead(
        "explain " + what,
        "",
        "it is no word that is known here, and no file"
            + Similar.question(what, ExplainList.words()),
        "unhang explain --list lists all words");
  }

  private List<Reading<LogFacts>> read(Console console, String what) {
    try (Threads threads = new Threads()) {
      return new NamedLogs(wiring.here(), console, threads, Optional.empty()).read(List.of(what));
    }
  }
}
