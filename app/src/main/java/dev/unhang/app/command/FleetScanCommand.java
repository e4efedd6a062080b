package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.FleetJson;
import dev.unhang.app.option.FleetOptions;
import dev.unhang.app.option.FleetState;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.Spec;
import dev.unhang.app.screen.FleetWords;
import dev.unhang.app.source.FleetAsker;
import dev.unhang.app.source.SavedFleet;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.fleet.inventory.Inventory;
import dev.unhang.fleet.scan.FleetScan;
import dev.unhang.fleet.scan.HostResult;
import dev.unhang.fleet.scan.HostState;
import dev.unhang.fleet.scan.NotKnown;
import dev.unhang.fleet.summary.FleetSummary;
import dev.unhang.linux.service.Signals;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang fleet scan`: which hosts hang, by their kernel logs, over ssh.
final class FleetScanCommand implements CliCommand {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Wiring wiring;
  private final CommandSpec spec =
      FleetState.add(
          FleetOptions.add(
                  Spec.command("scan", "Tells which of many hosts hung, by their kernel logs."))
              .addOption(
                  Spec.flag(
                      "--json", "JSON lines: unhang.fleet-scan/1 a host, unhang.fleet-summary/1")));

  FleetScanCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    Fleet fleet = fleet(arguments, console);
    FleetState state = FleetState.of(arguments, wiring.here(), wiring.live().clocks());
    Set<String> done = new HashSet<>();
    state.results().forEach(result -> done.add(result.name()));
    List<FleetScan.Ask> hosts =
        fleet.hosts().stream().filter(host -> !done.contains(host.name())).toList();
    FleetProgress progress =
        new FleetProgress(console, wiring.live().clocks(), hosts.size(), JsonOption.of(arguments));
    state.results().forEach(progress::say);
    scan(arguments, hosts, state, progress);
    state.write();
    FleetSummary summary = FleetSummary.of(state.results());
    JsonOption.answer(
        arguments, console, () -> FleetJson.summary(summary), () -> FleetWords.summary(summary));
    return code(state.results(), fleet);
  }

  /// Whom there is to ask.
  ///
  /// @param isWhole whether all that was named is among them
  private record Fleet(List<FleetScan.Ask> hosts, boolean isWhole) {}

  private Fleet fleet(ParseResult arguments, Console console) {
    Optional<String> folder = FleetOptions.files(arguments);
    if (folder.isPresent()) {
      return new Fleet(new SavedFleet(wiring.here(), folder.get(), console).hosts(), true);
    }
    Inventory inventory = FleetOptions.inventory(arguments, wiring.here(), console);
    FleetAsker asker = new FleetAsker(wiring.here(), CONNECT, FleetOptions.timeout(arguments));
    return new Fleet(
        inventory.hosts().stream()
            .map(host -> new FleetScan.Ask(host.name(), () -> asker.ask(host)))
            .toList(),
        inventory.leftOut().isEmpty());
  }

  private void scan(
      ParseResult arguments, List<FleetScan.Ask> hosts, FleetState state, FleetProgress progress) {
    FleetScan scan =
        new FleetScan(result -> {
          state.add(result);
          // A host that was not asked says nothing, and there may be thousands.
          if (result.reason().filter(NotKnown.NOT_ASKED::equals).isEmpty()) {
            progress.done(result);
          }
        });
    AtomicBoolean stopped = new AtomicBoolean();
    for (String signal : List.of("INT", "TERM")) {
      Signals.hear(
          signal,
          () -> {
            stopped.set(true);
            scan.stop();
          });
    }
    try {
      scan.run(hosts, FleetOptions.parallel(arguments));
    } catch (InterruptedException stop) {
      scan.stop();
      Thread.currentThread().interrupt();
    }
    progress.end(stopped.get());
  }

  private static ExitCode code(List<HostResult> results, Fleet fleet) {
    if (results.stream()
        .anyMatch(host -> host.state() == HostState.HUNG || host.state() == HostState.LOST)) {
      return ExitCode.HANG;
    }
    boolean all = results.stream().allMatch(host -> host.state() == HostState.CLEAN);
    return all && fleet.isWhole() ? ExitCode.OK : ExitCode.INCOMPLETE;
  }
}
