package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One command of the program.
interface CliCommand {
  /// Its name, options and help.
  CommandSpec spec();

  /// Commands that stand behind it: `scan` behind `fleet`.
  default List<CliCommand> parts() {
    return List.of();
  }

  /// Whether what it shows may be long, and nothing is asked meanwhile: then a pager shows it.
  default boolean isPaged() {
    return false;
  }

  /// Whether it shows what happens as it happens, until it is ended.
  default boolean isLive(ParseResult arguments) {
    return false;
  }

  /// Does it.
  ExitCode run(ParseResult arguments, Console console);
}
