package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.option.Changing;
import dev.unhang.app.option.HoldFolder;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.error.CannotRead;
import dev.unhang.repair.guard.HoldFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang pause`: nothing changes this host for a while.
final class PauseCommand implements CliCommand {
  private static final Pattern SPAN = Pattern.compile("(?<number>\\d{1,4})(?<unit>[smhd])");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command(
              "pause", "Keeps the watch, and every step that has a guard, from changing this host.")
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
    Duration span = span(spans.getFirst());
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

  private static Duration span(String text) {
    Matcher form = SPAN.matcher(text);
    if (!form.matches()) {
      throw new Usage("'" + text + "' is no span of time: write 30m, 2h or 1d");
    }
    return UNITS
        .getOrDefault(form.group("unit"), Duration.ZERO)
        .multipliedBy(Long.parseLong(form.group("number")));
  }
}
