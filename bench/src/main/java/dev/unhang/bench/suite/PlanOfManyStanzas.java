package dev.unhang.bench.suite;

import dev.unhang.bench.Bench;
import dev.unhang.bench.Stand;
import dev.unhang.bench.measure.Race;
import dev.unhang.bench.measure.Race.Entrant;
import dev.unhang.bench.measure.Race.Result;
import dev.unhang.bench.measure.Run;
import dev.unhang.bench.table.Row;
import dev.unhang.bench.table.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `plan` for the disk of a host whose interfaces file has 200 stanzas, beyond what the start of
/// the process takes.
final class PlanOfManyStanzas implements Bench {
  private static final Duration LIMIT = Duration.ofMillis(500);
  private static final String LINE = "post-up /usr/sbin/ethtool -K $IFACE tso off";

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public String question() {
    return "planning a fix on a host with 200 stanzas";
  }

  @Override
  public List<Row> measure(Stand stand) {
    Path disk = MadeUpDisk.make(Path.of(System.getProperty("java.io.tmpdir")));
    List<Result> results =
        Race.run(
            stand.runner(),
            stand.size().shortRounds(),
            List.of(
                new Entrant(stand.unhang("--version"), run -> Race.exit(run, 0)),
                new Entrant(
                    stand.unhang("plan", MadeUpDisk.NIC, "--root", disk),
                    PlanOfManyStanzas::wrong)));
    Optional<String> wrong =
        results.stream().flatMap(result -> result.wrong().stream()).findFirst();
    return wrong.isPresent()
        ? List.of(Row.without(name(), "time", "", new Verdict.Wrong(wrong.get())))
        : List.of(Row.within(name(), LIMIT, results.get(1).beyond(results.get(0))));
  }

  private static Optional<String> wrong(Run run) throws IOException {
    Optional<String> exit = Race.exit(run, 0);
    return exit.isPresent() || Files.readString(run.output()).contains(LINE)
        ? exit
        : Optional.of("the plan lacks its line");
  }
}
