package dev.unhang.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Commands that take turns, so that whatever else the machine does hits all of them alike.
public final class Race {
  /// One that takes part.
  ///
  /// @param command what is run
  /// @param check what is wrong with a run, if anything is
  public record Entrant(Command command, Check check) {}

  /// Looks at a run that has ended.
  public interface Check {
    /// What is wrong with it, in a line.
    Optional<String> wrong(Run run) throws IOException;
  }

  /// How an entrant did.
  ///
  /// @param timings of its runs
  /// @param wrong what was wrong with the first run that was wrong
  public record Result(Timings timings, Optional<String> wrong) {
    /// What was slower than the median of something shorter.
    public Timings beyond(Result shorter) {
      Duration base = shorter.timings().median();
      return new Timings(
          timings.walls().stream()
              .map(wall -> wall.minus(base))
              .map(wall -> wall.isNegative() ? Duration.ZERO : wall)
              .toList(),
          timings.peakBytes());
    }
  }

  private Race() {}

  /// Runs all of them by turns. A round before the first one warms the caches and is not counted;
  /// its answers are checked like all others.
  public static List<Result> run(Runner runner, int rounds, List<Entrant> entrants) {
    List<List<Run>> runs = entrants.stream().map(each -> (List<Run>) new ArrayList<Run>()).toList();
    List<List<String>> wrong =
        entrants.stream().map(each -> (List<String>) new ArrayList<String>()).toList();
    for (int round = 0; round <= rounds; round++) {
      for (int i = 0; i < entrants.size(); i++) {
        // Who was wrong once is not asked again.
        if (wrong.get(i).isEmpty()) {
          Run run = runner.run(entrants.get(i).command());
          wrong(entrants.get(i), run).ifPresent(wrong.get(i)::add);
          if (round > 0 || !wrong.get(i).isEmpty()) {
            runs.get(i).add(run);
          }
        }
      }
    }
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < entrants.size(); i++) {
      results.add(new Result(Timings.of(runs.get(i)), wrong.get(i).stream().findFirst()));
    }
    return results;
  }

  private static Optional<String> wrong(Entrant entrant, Run run) {
    try {
      return entrant.check().wrong(run);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Says that a run ended with another status than it should have, and what it complained of.
  public static Optional<String> exit(Run run, int wanted) throws IOException {
    if (run.exit() == wanted) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(run.errors())) {
      String first = lines.findFirst().orElse("and said nothing");
      return Optional.of("exit " + run.exit() + " instead of " + wanted + ": " + first);
    }
  }
}
