package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.option.Changing;
import dev.unhang.app.option.HoldFolder;
import dev.unhang.app.option.Spec;
import dev.unhang.app.wiring.Wiring;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang resume`: lifts what `pause` set.
final class ResumeCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("resume", "Ends a pause: the watch may change this host again.");

  ResumeCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    Changing.needsRoot(wiring.live(), "resume");
    console.say(HoldFolder.lift() ? "Resumed." : "It was not paused.");
    return ExitCode.OK;
  }
}
