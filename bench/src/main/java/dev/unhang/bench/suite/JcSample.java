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

/// A log, against a program that reads every line of it apart.
///
/// jc's `--syslog` reads the syslog protocol's form only, and calls each line of /var/log/syslog
/// unparsable: the log is in that form.
final class JcSample implements Bench {
  /// jc takes half a minute.
  private static final int MOST_ROUNDS = 2;

  @Override
  public String name() {
    return "jc";
  }

  @Override
  public String question() {
    return "reading hangs out of 50 MB of RFC 5424 log, against making JSON of it with jc";
  }

  @Override
  public List<Row> measure(Stand stand) {
    Generated log = stand.sample();
    stand.runner().warm(log.path());
    return new Contest(
            name(),
            Math.min(MOST_ROUNDS, stand.size().rounds()),
            new Entrant(stand.unhang("scan", "--json", log.path()), Answers.scan(log.reports())),
            List.of(
                Rival.reading(
                    stand.tool(Tool.JC),
                    Goal.faster(20),
                    Answers.exit(0),
                    command -> command.reading(log.path()),
                    "--syslog")))
        .rows(stand);
  }
}
