package dev.unhang.model.facts;

import dev.unhang.model.evidence.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The throughput of one direction, in intervals of one length.
///
/// @param what it is the throughput of, for a person: `eno1, sent`
/// @param samples by time; intervals of which nothing is known are left out
public record Series(Origin origin, String what, Duration step, List<Sample> samples) {
  /// Longer intervals smooth away the peak that a hang needs.
  public static final Duration LONGEST_STEP = Duration.ofMinutes(30);

  public Series {
    samples = samples.stream().sorted(Comparator.comparing(Sample::end)).toList();
    for (Sample sample : samples) {
      if (!sample.step().equals(step)) {
        throw new IllegalArgumentException("an interval of " + sample.step() + " among " + step);
      }
    }
  }

  /// Whether its intervals are too long to tell a peak.
  public boolean isTooCoarse() {
    return step.compareTo(LONGEST_STEP) > 0;
  }

  /// Whether a moment lies between its beginning and its end.
  public boolean covers(Instant moment) {
    return !samples.isEmpty()
        && moment.isAfter(samples.getFirst().begin())
        && !moment.isAfter(samples.getLast().end());
  }
}
