package dev.unhang.bench.suite;

import dev.unhang.bench.Bench;
import dev.unhang.bench.Stand;
import dev.unhang.bench.log.Generated;
import dev.unhang.bench.measure.Race.Entrant;
import dev.unhang.bench.measure.Tool;
import dev.unhang.bench.suite.Contest.Rival;
import dev.unhang.bench.table.Goal;
import dev.unhang.bench.table.Row;
import java.util.List;
import java.util.function.Function;

/// A big journal as journalctl prints it for programs, against a program that only looks for one
/// text in it.
///
/// @param form as journalctl names it
/// @param journal makes it
record SiftedJournal(String form, Function<Stand, Generated> journal) implements Bench {
  static final SiftedJournal JSON = new SiftedJournal("json", Stand::journalJson);
  static final SiftedJournal EXPORT = new SiftedJournal("export", Stand::journalExport);

  @Override
  public String name() {
    return form + "-hangs";
  }

  @Override
  public String question() {
    return "reading hangs out of a big journalctl -o "
        + form
        + ", against looking for their header";
  }

  @Override
  public List<Row> measure(Stand stand) {
    Generated log = journal.apply(stand);
    stand.runner().warm(log.path());
    return new Contest(
            name(),
            stand.size().rounds(),
            new Entrant(stand.unhang("scan", "--json", log.path()), Answers.scan(log.reports())),
            List.of(
                Rival.of(
                    stand.tool(Tool.GREP),
                    Goal.atMost(8),
                    Answers.count(log.reports()),
                    "-a",
                    "-c",
                    Answers.HEADER,
                    log.path())))
        .rows(stand);
  }
}
