package dev.unhang.bench.measure;

import java.time.Duration;
import java.util.List;

/// How long the runs of one command took, and the most memory that any of them held.
///
/// @param walls of every run; never empty
/// @param peakBytes the largest
public record Timings(List<Duration> walls, long peakBytes) {
  /// Sorts the times.
  public Timings {
    if (walls.isEmpty()) {
      throw new IllegalArgumentException("nothing was timed");
    }
    walls = walls.stream().sorted().toList();
  }

  /// The times and memory of runs.
  public static Timings of(List<Run> runs) {
    return new Timings(
        runs.stream().map(Run::wall).toList(),
        runs.stream().mapToLong(Run::peakBytes).max().orElse(0));
  }

  /// The one in the middle; of an even number the mean of the two there.
  public Duration median() {
    int middle = walls.size() / 2;
    return walls.size() % 2 == 1
        ? walls.get(middle)
        : walls.get(middle - 1).plus(walls.get(middle)).dividedBy(2);
  }

  /// The one that so many hundredths are not longer than.
  ///
  /// @param percent 1 to 100; 100 gives the longest
  public Duration percentile(int percent) {
    return walls.get((walls.size() * percent + 99) / 100 - 1);
  }

  /// The shortest: what is possible when nothing else runs.
  public Duration min() {
    return walls.getFirst();
  }
}
