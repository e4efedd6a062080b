package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.WitnessJson;
import dev.unhang.app.option.Probing;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.WitnessOptions;
import dev.unhang.app.screen.WitnessWords;
import dev.unhang.app.text.WitnessTelling;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.findings.witness.DownInterval;
import dev.unhang.findings.witness.FailedPart;
import dev.unhang.findings.witness.ReachabilityTracker;
import dev.unhang.findings.witness.WitnessMap;
import dev.unhang.findings.witness.WitnessTarget;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.Prober;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang witness`: run on another machine, names the part that failed from who goes dark
/// together.
final class WitnessCommand implements CliCommand {
  /// On a local network answers take a millisecond; a second is what ping waits between two.
  private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(1);

  private static final Duration LEAST_INTERVAL = Duration.ofMillis(200);
  private static final Duration MOST_INTERVAL = Duration.ofHours(1);
  private static final Duration MOST = Duration.ofDays(365);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /// So that a log shows that its witness lives: a line a minute is 140 kB a day.
  private static final Duration ALIVE_EVERY = Duration.ofMinutes(1);

  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("witness", "Runs elsewhere: who goes dark together names the failed part.")
          .addOption(
              Spec.list("--target", "NAME=ADDR[:PORT][@ELEMENT]", "who to watch; again for more"))
          .addOption(
              Spec.list(
                  "--map", "[HOST=]FILE", "what 'unhang topology --json' printed on a host; again"))
          .addOption(Spec.value("--interval", "SPAN", "from probe to probe of a target; 1s"))
          .addOption(Spec.value("--for", "SPAN", "how long; without: until Ctrl-C"))
          .addOption(Spec.flag("--jsonl", "a line for each event, unhang.witness/1"));

  WitnessCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    WitnessOptions options = new WitnessOptions(arguments, wiring.here());
    WitnessMap map = options.map();
    Duration interval =
        options.span("--interval", LEAST_INTERVAL, MOST_INTERVAL).orElse(Duration.ofSeconds(1));
    Duration lasting = options.span("--for", interval, MOST).orElse(MOST);
    WitnessTelling telling =
        Spec.has(arguments, "--jsonl")
            ? new WitnessJson(console, map, interval)
            : new WitnessWords(console, map);
    Prober prober = wiring.prober();
    console.note(
        "unhang: probing by " + prober.usual() + " where no port is named; Ctrl-C ends it");
    for (WitnessTarget target : map.targets()) {
      if (target.seat().isEmpty() && Spec.has(arguments, "--map")) {
        console.note("unhang: on no map, or on several: " + target.name());
      }
    }
    return watch(prober, map, interval, lasting, telling, console);
  }

  private ExitCode watch(
      Prober prober,
      WitnessMap map,
      Duration interval,
      Duration lasting,
      WitnessTelling telling,
      Console console) {
    Clocks clocks = wiring.live().clocks();
    Duration patience = interval.compareTo(LONGEST_PATIENCE) < 0 ? interval : LONGEST_PATIENCE;
    List<String> names = map.targets().stream().map(WitnessTarget::name).toList();
    ReachabilityTracker darkness = new ReachabilityTracker(names, interval, patience);
    boolean dark = false;
    try (Probing probing = new Probing(prober, clocks, interval, patience)) {
      telling.begin(clocks.wall());
      probing.start(map.targets());
      Duration end = clocks.monotonic().plus(lasting);
      // Who does not answer at all is known by then.
      Duration alive =
          clocks.monotonic().plus(interval.multipliedBy(ReachabilityTracker.MISSES + 1));
      while (clocks.monotonic().compareTo(end) < 0 && !console.out().checkError()) {
        probing
            .next(LOOK_EVERY)
            .ifPresent(done -> darkness.accept(done.target(), done.sent(), done.answer()));
        dark |= tell(darkness, clocks, map, telling);
        if (clocks.monotonic().compareTo(alive) >= 0) {
          telling.alive(clocks.wall(), darkness.standing());
          alive = clocks.monotonic().plus(ALIVE_EVERY);
        }
      }
    }
    ReachabilityTracker.Standing standing = darkness.standing();
    telling.alive(clocks.wall(), standing);
    boolean unknown = !standing.unheard().isEmpty() || !standing.unsent().isEmpty();
    return dark || !standing.dark().isEmpty()
        ? ExitCode.FINDINGS
        : unknown ? ExitCode.INCOMPLETE : ExitCode.OK;
  }

  /// @return whether a target went dark
  private static boolean tell(
      ReachabilityTracker darkness, Clocks clocks, WitnessMap map, WitnessTelling telling) {
    Optional<ReachabilityTracker.Together> together = darkness.together(clocks.wall());
    together.ifPresent(group -> telling.dark(clocks.wall(), group, FailedPart.of(group, map)));
    List<DownInterval> over = darkness.over();
    if (!over.isEmpty()) {
      telling.back(clocks.wall(), over);
    }
    return together.isPresent();
  }
}
