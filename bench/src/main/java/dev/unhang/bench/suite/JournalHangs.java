package dev.unhang.bench.suite;

import dev.unhang.bench.Bench;
import dev.unhang.bench.Stand;
import dev.unhang.bench.log.Generated;
import dev.unhang.bench.measure.Race.Entrant;
import dev.unhang.bench.measure.Tool;
import dev.unhang.bench.suite.Contest.Rival;
import dev.unhang.bench.table.Goal;
import dev.unhang.bench.table.Row;
import dev.unhang.bench.table.Verdict;
import java.util.List;

/// A big journal, against its own reader that looks for one text in it.
final class JournalHangs implements Bench {
  @Override
  public String name() {
    return "journal-hangs";
  }

  @Override
  public String question() {
    return "reading hangs out of a journal of 1 GB, against journalctl --grep";
  }

  @Override
  public List<Row> measure(Stand stand) {
    Goal goal = Goal.atMost(1);
    if (Tool.JOURNAL_REMOTE.program().isEmpty()) {
      return List.of(
          Row.without(
              name(),
              Tool.JOURNALCTL.name(),
              goal.text(),
              new Verdict.NotMeasured(Tool.JOURNAL_REMOTE.install())));
    }
    Generated journal = stand.journal(Tool.JOURNAL_REMOTE);
    stand.runner().warm(journal.path());
    return new Contest(
            name(),
            stand.size().rounds(),
            new Entrant(
                stand.unhang("scan", "--json", journal.path()), Answers.scan(journal.reports())),
            List.of(
                Rival.of(
                    stand.tool(Tool.JOURNALCTL),
                    goal,
                    Answers.lines(journal.reports()),
                    "--no-pager",
                    "-D",
                    journal.path(),
                    "_TRANSPORT=kernel",
                    "-g",
                    "Unit Hang")))
        .rows(stand);
  }
}
