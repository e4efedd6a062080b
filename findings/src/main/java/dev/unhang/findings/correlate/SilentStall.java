package dev.unhang.findings.correlate;

import dev.unhang.model.facts.Sample;
import dev.unhang.model.facts.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A time in which nothing at all was sent, while the host went on being sampled: a NIC that hangs
/// without a word in the log looks like that. So does an unplugged cable.
///
/// @param from when the last interval with traffic ended; the stall began within `uncertainty`
///   around it
/// @param until when the last interval without traffic ended
public record SilentStall(Instant from, Instant until, Duration uncertainty) {
  /// A host that is up sends something every minute, if only ARP; one interval can be chance.
  private static final int FEWEST = 2;

  /// Those of a series, in its order. One that the series begins or ends with counts too.
  ///
  /// @param sent what all NICs of the host together sent
  public static List<SilentStall> in(Series sent) {
    List<SilentStall> stalls = new ArrayList<>();
    List<Sample> samples = sent.samples();
    int begin = 0;
    for (int i = 0; i <= samples.size(); i++) {
      boolean silent = i < samples.size() && samples.get(i).bytesPerSecond() == 0;
      boolean goesOn =
          silent && (i == begin || samples.get(i).begin().equals(samples.get(i - 1).end()));
      if (!goesOn) {
        if (i - begin >= FEWEST) {
          stalls.add(
              new SilentStall(samples.get(begin).begin(), samples.get(i - 1).end(), sent.step()));
        }
        begin = silent ? i : i + 1;
      }
    }
    return stalls;
  }
}
