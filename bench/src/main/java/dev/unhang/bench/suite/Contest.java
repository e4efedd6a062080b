package dev.unhang.bench.suite;

import dev.unhang.bench.Stand;
import dev.unhang.bench.measure.Command;
import dev.unhang.bench.measure.Race;
import dev.unhang.bench.measure.Race.Check;
import dev.unhang.bench.measure.Race.Entrant;
import dev.unhang.bench.measure.Race.Result;
import dev.unhang.bench.measure.Tool;
import dev.unhang.bench.table.Goal;
import dev.unhang.bench.table.Row;
import dev.unhang.bench.table.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// unhang against others at the same work, by turns.
///
/// @param bench whose rows these will be
/// @param rounds how often each of them runs
/// @param unhang our command, and what is a right answer to it
/// @param rivals the others
record Contest(String bench, int rounds, Entrant unhang, List<Rival> rivals) {
  /// No bench may need more, of any size.
  static final long MEMORY_LIMIT = 128_000_000;

  /// Another program at the same work.
  ///
  /// @param tool the program
  /// @param goal how we want to compare
  /// @param entrant its command, and what is a right answer to it; absent if it is not installed
  record Rival(Tool tool, Goal goal, Optional<Entrant> entrant) {
    static Rival of(Tool tool, Goal goal, Check check, Object... arguments) {
      return reading(tool, goal, check, command -> command, arguments);
    }

    /// One whose command is changed once more: what it reads, where it prints.
    static Rival reading(
        Tool tool, Goal goal, Check check, CommandChange change, Object... arguments) {
      return new Rival(
          tool,
          goal,
          tool.program()
              .map(program -> new Entrant(change.changed(Command.of(program, arguments)), check)));
    }
  }

  /// Makes another command of one.
  interface CommandChange {
    /// The other one.
    Command changed(Command command);
  }

  /// Runs it.
  List<Row> rows(Stand stand) {
    List<Entrant> entrants = new ArrayList<>(List.of(unhang));
    rivals.forEach(rival -> rival.entrant().ifPresent(entrants::add));
    List<Result> results = Race.run(stand.runner(), rounds, entrants);
    Result ours = results.getFirst();
    List<Row> rows = new ArrayList<>();
    long theirPeak = 0;
    int next = 1;
    for (Rival rival : rivals) {
      if (rival.entrant().isEmpty()) {
        rows.add(missing(rival));
      } else {
        Result theirs = results.get(next++);
        theirPeak = Math.max(theirPeak, theirs.timings().peakBytes());
        rows.add(row(rival, ours, theirs));
      }
    }
    rows.add(
        ours.wrong().isPresent()
            ? Row.without(bench, "memory", "", new Verdict.Wrong(ours.wrong().get()))
            : Row.memory(bench, MEMORY_LIMIT, ours.timings().peakBytes(), theirPeak));
    return rows;
  }

  private Row missing(Rival rival) {
    return Row.without(
        bench,
        rival.tool().name(),
        rival.goal().text(),
        new Verdict.NotMeasured(rival.tool().install()));
  }

  private Row row(Rival rival, Result ours, Result theirs) {
    Optional<Verdict> spoilt =
        ours.wrong()
            .<Verdict>map(Verdict.Wrong::new)
            .or(() ->
                theirs
                    .wrong()
                    .map(why -> new Verdict.NotMeasured(rival.tool().name() + ": " + why)));
    return spoilt.isPresent()
        ? Row.without(bench, rival.tool().name(), rival.goal().text(), spoilt.get())
        : Row.compared(bench, rival.tool().name(), rival.goal(), ours.timings(), theirs.timings());
  }
}
