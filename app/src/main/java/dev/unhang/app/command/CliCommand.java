package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One command of the program.
interface CliCommand {
  /// Its name, options and help.
  CommandSpec spec();

  /// Does it.
  ExitCode run(ParseResult arguments, Console console);
}
