package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang fleet`: what is done to many hosts, a command behind it each.
final class FleetCommand implements CliCommand {
  private final List<CliCommand> parts;
  private final CommandSpec spec =
      Spec.command("fleet", "Looks at many hosts at once: fleet scan.");

  FleetCommand(CliCommand... parts) {
    this.parts = List.of(parts);
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public List<CliCommand> parts() {
    return parts;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    throw new Usage(
        "fleet needs a command: "
            + String.join(", ", parts.stream().map(part -> part.spec().name()).toList()),
        "unhang fleet scan HOST,HOST");
  }
}
