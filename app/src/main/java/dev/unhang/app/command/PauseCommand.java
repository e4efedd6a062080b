package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.option.Changing;
import dev.unhang.app.option.HoldFolder;
import dev.unhang.app.option.SpanWords;
import dev.unhang.app.option.Spec;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.error.CannotRead;
import dev.unhang.repair.guard.HoldFile;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang pause`: nothing changes this host for a while.
final class PauseCommand implements CliCommand {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("pause", "Keeps the watch, and all that has a guard, from changing the host.")
          .addPositional(Spec.operand("SPAN", "0..1", "30m, 2h, 1d; without: until resume"));

  PauseCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    List<String> spans = Spec.operands(arguments);
    Host host = wiring.live();
    if (spans.isEmpty()) {
      Changing.needsRoot(host, "pause");
      HoldFolder.set("paused by unhang pause\n");
      console.say("Paused until you say: unhang resume. A reboot ends it, too.");
      return ExitCode.OK;
    }
    Duration span = SpanWords.require("pause", spans.getFirst(), SHORTEST, LONGEST);
    Changing.needsRoot(host, "pause");
    long until =
        HoldFile.uptime(host.view())
            .map(up -> up + span.toSeconds())
            .orElseThrow(() ->
                new CannotRead(
                    "count the pause",
                    "/proc/uptime",
                    "how long this host is up can't be read",
                    "pause without a span, and end it with: unhang resume"));
    HoldFolder.set(HoldFile.until(until, "paused for " + spans.getFirst()));
    console.say("Paused for " + spans.getFirst() + ". To end it sooner: unhang resume");
    return ExitCode.OK;
  }
}
