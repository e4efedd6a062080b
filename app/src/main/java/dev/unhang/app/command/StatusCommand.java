package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.StatusJson;
import dev.unhang.app.option.Changing;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Spec;
import dev.unhang.app.screen.StatusScreen;
import dev.unhang.app.watching.StandingFile;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.hosts.HostReading;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.id.BootId;
import dev.unhang.model.plan.Action;
import dev.unhang.watch.order.Titles;
import dev.unhang.watch.standing.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang status`: what the watch sees now, and what it did.
final class StatusCommand implements CliCommand {
  /// It is written every two seconds: what is older was left by a watch that stands still.
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("status", "Shows what the watch sees of each NIC now, and what it did.")
          .addOption(JsonOption.spec("status/1"));

  StatusCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public boolean isPaged() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    Host host = wiring.live();
    Changing.needsRoot(host, "read what the watch sees");
    Standing standing =
        StandingFile.read(host.view())
            .orElseThrow(() ->
                new CannotRead(
                    "show what the watch sees",
                    "",
                    "no watch runs on this host",
                    "systemctl start unhang-watch; without it: unhang doctor"));
    Duration age = host.clocks().monotonic().minus(standing.at().monotonic());
    JsonOption.answer(
        arguments,
        console,
        () -> StatusJson.document(standing),
        () -> new StatusScreen(standing, inForce(host)).lines());
    if (age.compareTo(FRESH) > 0) {
      console.note(
          "unhang: this was so " + age.toSeconds() + " s ago; the watch says nothing since");
      console.note("  try: systemctl status unhang-watch");
      return ExitCode.INCOMPLETE;
    }
    return code(standing);
  }

  private static List<Change> inForce(Host host) {
    Optional<BootId> boot = HostReading.boot(host.view());
    return host.ledger().history().stream()
        .filter(change -> Titles.isOurs(change.title()))
        .filter(change -> change.actions().stream().noneMatch(Action.Recover.class::isInstance))
        .filter(change -> boot.map(change::stateIn).orElse(change.state()) == Change.State.DONE)
        .toList();
  }

  private static ExitCode code(Standing standing) {
    if (standing.nics().stream().anyMatch(nic -> nic.condition().isHung())) {
      return ExitCode.HANG;
    }
    boolean hung = standing.nics().stream().anyMatch(nic -> standing.of(nic).hangs() > 0);
    return hung ? ExitCode.FINDINGS : ExitCode.OK;
  }
}
