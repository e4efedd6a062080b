package dev.unhang.bench.suite;

import dev.unhang.bench.Bench;
import dev.unhang.bench.Stand;
import dev.unhang.bench.log.Generated;
import dev.unhang.bench.measure.Race;
import dev.unhang.bench.measure.Race.Entrant;
import dev.unhang.bench.measure.Race.Result;
import dev.unhang.bench.table.Row;
import dev.unhang.bench.table.Verdict;
import java.time.Duration;
import java.util.List;

/// A file with one report: nearly all of it is the program's start.
final class OneDump implements Bench {
  private static final Duration LIMIT = Duration.ofMillis(150);

  @Override
  public String name() {
    return "one-dump";
  }

  @Override
  public String question() {
    return "reading one report, from the start of the process to its end";
  }

  @Override
  public List<Row> measure(Stand stand) {
    Generated log = stand.oneReport();
    Entrant unhang =
        new Entrant(stand.unhang("scan", "--json", log.path()), Answers.scan(log.reports()));
    Result result =
        Race.run(stand.runner(), stand.size().shortRounds(), List.of(unhang)).getFirst();
    return result.wrong().isPresent()
        ? List.of(Row.without(name(), "time", "", new Verdict.Wrong(result.wrong().get())))
        : List.of(
            Row.within(name(), LIMIT, result.timings()),
            Row.memory(name(), Contest.MEMORY_LIMIT, result.timings().peakBytes(), 0));
  }
}
