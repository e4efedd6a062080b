package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.docs.ConsoleCard;
import dev.unhang.app.option.Spec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang card`: what a person types on a host that has no unhang.
final class CardCommand implements CliCommand {
  private final CommandSpec spec =
      Spec.command("card", "Prints one screen of plain commands, for a host without unhang.");

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    ConsoleCard.lines().forEach(console::say);
    return ExitCode.OK;
  }
}
