package dev.unhang.bench.suite;

import dev.unhang.bench.Bench;
import dev.unhang.bench.Stand;
import dev.unhang.bench.log.Generated;
import dev.unhang.bench.measure.Command;
import dev.unhang.bench.measure.Race.Entrant;
import dev.unhang.bench.measure.Tool;
import dev.unhang.bench.suite.Contest.Rival;
import dev.unhang.bench.table.Goal;
import dev.unhang.bench.table.Row;
import dev.unhang.bench.table.Verdict;
import java.util.List;
import java.util.Optional;

/// A big journal's kernel records as JSON, against its own reader, every field compared.
final class JournalJson implements Bench {
  @Override
  public String name() {
    return "journal-json";
  }

  @Override
  public String question() {
    return "printing all kernel records of a journal of 1 GB as JSON, against journalctl";
  }

  @Override
  public List<Row> measure(Stand stand) {
    Goal goal = Goal.faster(8);
    Optional<Verdict> spoilt = cannotRun(stand);
    if (spoilt.isPresent()) {
      return List.of(without(goal, spoilt.get()));
    }
    Generated journal = stand.journal(Tool.JOURNAL_REMOTE);
    stand.runner().warm(journal.path());
    Command ours = stand.unhang("records", journal.path());
    Rival journalctl =
        Rival.reading(
            stand.tool(Tool.JOURNALCTL),
            goal,
            Answers.exit(0),
            Command::discarding,
            "--no-pager",
            "-D",
            journal.path(),
            "_TRANSPORT=kernel",
            "-o",
            "json");
    if (journalctl.entrant().isPresent()) {
      stand.story().tell("comparing every field of every record");
      Optional<String> difference =
          new JsonLines(ours, journalctl.entrant().get().command()).difference();
      if (difference.isPresent()) {
        return List.of(without(goal, new Verdict.Wrong(difference.get())));
      }
    }
    Entrant unhang = new Entrant(ours.discarding(), Answers.exit(0));
    return new Contest(name(), stand.size().rounds(), unhang, List.of(journalctl)).rows(stand);
  }

  private static Optional<Verdict> cannotRun(Stand stand) {
    if (stand.runner().run(stand.unhang("records", "--help")).exit() != 0) {
      return Optional.of(new Verdict.NotMeasured("this unhang has no command 'records'"));
    }
    return Tool.JOURNAL_REMOTE.program().isPresent()
        ? Optional.empty()
        : Optional.of(new Verdict.NotMeasured(Tool.JOURNAL_REMOTE.install()));
  }

  private Row without(Goal goal, Verdict why) {
    return Row.without(name(), Tool.JOURNALCTL.name(), goal.text(), why);
  }
}
