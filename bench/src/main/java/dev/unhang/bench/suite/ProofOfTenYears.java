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

/// `prove` by ten years of a kernel log, beyond what the start of the process takes.
final class ProofOfTenYears implements Bench {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  @Override
  public String name() {
    return "prove";
  }

  @Override
  public String question() {
    return "proving a repair by ten years of a kernel log";
  }

  @Override
  public List<Row> measure(Stand stand) {
    Path log = TenYears.make(Path.of(System.getProperty("java.io.tmpdir")));
    List<Result> results =
        Race.run(
            stand.runner(),
            stand.size().shortRounds(),
            List.of(
                new Entrant(stand.unhang("--version"), run -> Race.exit(run, 0)),
                new Entrant(
                    stand.unhang("prove", TenYears.NIC, log, "--since", TenYears.CHANGED),
                    ProofOfTenYears::wrong)));
    Optional<String> wrong =
        results.stream().flatMap(result -> result.wrong().stream()).findFirst();
    return wrong.isPresent()
        ? List.of(Row.without(name(), "time", "", new Verdict.Wrong(wrong.get())))
        : List.of(Row.within(name(), LIMIT, results.get(1).beyond(results.get(0))));
  }

  private static Optional<String> wrong(Run run) throws IOException {
    Optional<String> exit = Race.exit(run, 0);
    return exit.isPresent() || Files.readString(run.output()).startsWith("PROVED")
        ? exit
        : Optional.of("it is not proved");
  }
}
