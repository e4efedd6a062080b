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

/// A big log of a syslog daemon, against programs that only look for one text in it.
final class PlainText implements Bench {
  @Override
  public String name() {
    return "plain-text";
  }

  @Override
  public String question() {
    return "reading hangs out of 1 GiB of plain log, against looking for their header";
  }

  @Override
  public List<Row> measure(Stand stand) {
    Generated log = stand.text();
    stand.runner().warm(log.path());
    return new Contest(
            name(),
            stand.size().rounds(),
            new Entrant(stand.unhang("scan", "--json", log.path()), Answers.scan(log.reports())),
            List.of(
                Rival.of(
                    stand.tool(Tool.RIPGREP),
                    Goal.atMost(4),
                    Answers.count(log.reports()),
                    "--no-config",
                    "-c",
                    Answers.HEADER,
                    log.path()),
                Rival.of(
                    stand.tool(Tool.GREP),
                    Goal.atMost(2),
                    Answers.count(log.reports()),
                    "-c",
                    Answers.HEADER,
                    log.path())))
        .rows(stand);
  }
}
