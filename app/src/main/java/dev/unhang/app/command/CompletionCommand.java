package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.wiring.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
    CommandLine all = new CommandLine(Cli.root(Commands.all(wiring)));
    String shell = Spec.operands(arguments).stream().findFirst().orElse("");
    switch (shell) {
      case "bash" -> console.say(AutoComplete.bash("unhang", all).strip());
      case "zsh" ->
          console.say(
              "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n"
                  + AutoComplete.bash("unhang", all).strip());
      case "fish" -> fish(all).forEach(console::say);
      default -> throw new Usage("completion takes bash, zsh or fish; not '" + shell + "'");
    }
    return ExitCode.OK;
  }

  /// Man: fish-completions(7)
  private static List<String> fish(CommandLine all) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, CommandLine> command : all.getSubcommands().entrySet()) {
      CommandSpec spec = command.getValue().getCommandSpec();
      if (spec.usageMessage().hidden()) {
        continue;
      }
      String description = String.join(" ", spec.usageMessage().description());
      lines.add(
          "complete -c unhang -n __fish_use_subcommand -a "
              + command.getKey()
              + " -d "
              + quoted(description));
      for (OptionSpec option : spec.options()) {
        lines.add(
            "complete -c unhang -n '__fish_seen_subcommand_from "
                + command.getKey()
                + "' "
                + flags(option)
                + (option.arity().max() > 0 ? " -r" : "")
                + " -d "
                + quoted(String.join(" ", option.description())));
      }
    }
    return lines;
  }

  private static String flags(OptionSpec option) {
    List<String> flags = new ArrayList<>();
    for (String name : option.names()) {
      flags.add(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
    }
    return String.join(" ", flags);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
