package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.manual.BashCompletion;
import dev.unhang.app.manual.FishCompletion;
import dev.unhang.app.manual.ZshCompletion;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.text.Lines;
import dev.unhang.app.wiring.Wiring;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang completion SHELL`: what completes its commands and options in a shell.
final class CompletionCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("completion", "Prints what completes unhang's words in a shell.")
          .addPositional(
              Spec.one("SHELL", "1", "bash, zsh or fish; for one, in ~/.bashrc: source <(… bash)"));

  CompletionCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    CommandSpec root = Cli.root(Commands.all(wiring));
    String shell = Spec.operands(arguments).stream().findFirst().orElse("");
    switch (shell) {
      case "bash" -> console.say(script(BashCompletion.of(root)));
      case "zsh" -> console.say(script(ZshCompletion.of(root)));
      case "fish" -> console.say(script(FishCompletion.of(root)));
      default -> throw new Usage("completion takes bash, zsh or fish; not '" + shell + "'");
    }
    return ExitCode.OK;
  }

  private static Lines script(List<String> lines) {
    return Lines.ofText(String.join("\n", lines));
  }
}
