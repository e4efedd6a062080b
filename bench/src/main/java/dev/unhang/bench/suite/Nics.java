package dev.unhang.bench.suite;

import dev.unhang.bench.Bench;
import dev.unhang.bench.BenchBroken;
import dev.unhang.bench.Stand;
import dev.unhang.bench.measure.Command;
import dev.unhang.bench.measure.ManyDevices;
import dev.unhang.bench.measure.Namespace;
import dev.unhang.bench.measure.Race;
import dev.unhang.bench.measure.Race.Entrant;
import dev.unhang.bench.measure.Race.Result;
import dev.unhang.bench.measure.Run;
import dev.unhang.bench.measure.Timings;
import dev.unhang.bench.measure.Tool;
import dev.unhang.bench.table.Goal;
import dev.unhang.bench.table.Row;
import dev.unhang.bench.table.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `nics` among a hundred devices, beyond what the start of the process takes; and what one NIC
/// more costs, against the `ethtool` calls that tell the same. Starting either program is taken
/// off.
final class Nics implements Bench {
  private static final Duration LIMIT = Duration.ofMillis(300);
  private static final Duration FACTS_LIMIT = Duration.ofMillis(1);
  private static final String NIC = "veth0";

  /// No NIC is found among devices that all are virtual.
  private static final int INCOMPLETE = 3;

  /// One call for each thing that is asked; some a veth has, some not, as any NIC.
  private static final String ETHTOOL =
      "for what in '' -i -k -S -a -g -c -d --show-eee --show-priv-flags; do"
          + " ethtool $what "
          + NIC
          + " >/dev/null 2>&1; done; exit 0";

  @Override
  public String name() {
    return "nics";
  }

  @Override
  public String question() {
    return "every NIC among 100 devices; all facts of one, against ethtool";
  }

  @Override
  public List<Row> measure(Stand stand) {
    Optional<String> hindrance = Namespace.hindrance();
    if (hindrance.isPresent()) {
      return List.of(missing(hindrance.get()));
    }
    Tool ethtool = stand.tool(new Tool("ethtool", "ethtool"));
    if (ethtool.program().isEmpty()) {
      return List.of(missing(ethtool.install()));
    }
    Optional<ManyDevices> made =
        ManyDevices.make(stand.runner(), Path.of(System.getProperty("java.io.tmpdir")));
    if (made.isEmpty()) {
      return List.of(missing("no network namespaces with veth and bridges here"));
    }
    try (ManyDevices devices = made.get()) {
      return raced(stand, devices);
    }
  }

  private Row missing(String why) {
    return Row.without(name(), "ethtool", ">= 5 x faster", new Verdict.NotMeasured(why));
  }

  private List<Row> raced(Stand stand, ManyDevices devices) {
    List<Result> results =
        Race.run(
            stand.runner(),
            stand.size().shortRounds(),
            List.of(
                entrant(devices.inside(stand.unhang("--version")), 0),
                entrant(devices.inside(stand.unhang("nics")), INCOMPLETE),
                entrant(shell(devices, "exit 0"), 0),
                entrant(shell(devices, ETHTOOL), 0)));
    Optional<String> wrong =
        results.stream().flatMap(result -> result.wrong().stream()).findFirst();
    if (wrong.isPresent()) {
      return List.of(Row.without(name(), "ethtool", "", new Verdict.Wrong(wrong.get())));
    }
    Timings facts = facts(stand, devices);
    return List.of(
        Row.within(name(), LIMIT, results.get(1).beyond(results.get(0))),
        Row.median(name(), "facts of one NIC, warm", FACTS_LIMIT, facts),
        Row.compared(
            name(), "ethtool", Goal.faster(5), facts, results.get(3).beyond(results.get(2))));
  }

  /// Times of a warmed-up process, which writes them down itself.
  private static Timings facts(Stand stand, ManyDevices devices) {
    try {
      Path times = Files.createTempFile("unhang-facts-", ".times");
      String java = ProcessHandle.current().info().command().orElse("java");
      Command probe =
          Command.of(
              Path.of(java),
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              KernelFacts.class.getName(),
              NIC,
              times);
      Run run = stand.runner().run(devices.inside(probe));
      List<Duration> all =
          Files.readAllLines(times).stream().map(Long::parseLong).map(Duration::ofNanos).toList();
      Files.delete(times);
      if (run.exit() != 0 || all.isEmpty()) {
        throw new BenchBroken("the kernel was not asked", "see " + run.errors());
      }
      return new Timings(all, run.peakBytes());
    } catch (IOException failed) {
      throw new BenchBroken("cannot read the times", failed);
    }
  }

  private static Entrant entrant(Command command, int exit) {
    return new Entrant(command, run -> Race.exit(run, exit));
  }

  private static Command shell(ManyDevices devices, String script) {
    return devices.inside(Command.of(Path.of("/bin/sh"), "-c", script));
  }
}
