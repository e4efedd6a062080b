package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.option.JournalOperand;
import dev.unhang.app.option.LogOptions;
import dev.unhang.app.option.Scanned;
import dev.unhang.app.option.Spec;
import dev.unhang.app.source.Threads;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.hosts.kernellog.JournalFiles;
import dev.unhang.hosts.kernellog.LogWindow;
import dev.unhang.logs.journal.Journal;
import dev.unhang.logs.journal.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang records`: the kernel's records of a journal, one a line, with all their fields, as
/// `journalctl _TRANSPORT=kernel -o json` prints them.
final class RecordsCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      LogOptions.add(
          Spec.command(
              "records", "Prints a journal's kernel records, as journalctl -o json does."));

  RecordsCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    try (Threads threads = new Threads();
        JournalFiles files = JournalOperand.open(arguments, wiring)) {
      Journal journal = files.journal();
      LogWindow window =
          LogOptions.window(arguments, wiring.live().clocks().wall()).orElse(LogWindow.ALL);
      Optional<Selection> selection = window.of(journal, threads);
      if (selection.isEmpty()) {
        console.note("unhang: the journal has no " + window.words());
        return ExitCode.INCOMPLETE;
      }
      journal.json(selection.get(), threads, console.out()::write);
      console.out().flush();
      return Scanned.complainOf(console, journal.troubles());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
