package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.option.JournalOperand;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Scanned;
import dev.unhang.app.option.Spec;
import dev.unhang.app.screen.BootsText;
import dev.unhang.app.source.Threads;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.hosts.kernellog.JournalFiles;
import dev.unhang.logs.journal.BootSpan;
import dev.unhang.logs.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang boots`: the boots a journal knows, as `journalctl --list-boots` lists them.
final class BootsCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("boots", "Lists the boots a journal knows, numbered as --boot counts them.")
          .addPositional(
              Spec.one("SOURCE", "0..1", "a journal file or folder; without: this host's"))
          .addOption(Spec.value("--root", "DIR", "the mounted disk of a host that doesn't run"))
          .addOption(Spec.flag("--json", "one JSON document, unhang.boots/1"));

  BootsCommand(Wiring wiring) {
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
    try (Threads threads = new Threads();
        JournalFiles files = JournalOperand.open(arguments, wiring)) {
      Journal journal = files.journal();
      List<BootSpan> boots = journal.boots(threads);
      JsonOption.answer(
          arguments, console, () -> BootsText.json(boots), () -> BootsText.table(boots));
      return Scanned.complainOf(console, journal.troubles());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
