package dev.unhang.watch.standing;

import dev.unhang.model.id.StepId;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// What the watch counted of one NIC since it started.
///
/// @param hangs episodes that the device confirmed
/// @param outage how long it stood still in all, of episodes that are over
/// @param cured how often a step brought it back
/// @param failed how often a step was done and did not
public record Counts(
    long hangs, Duration outage, Map<StepId, Long> cured, Map<StepId, Long> failed) {
  /// Of a NIC that did not hang.
  public static final Counts NONE = new Counts(0, Duration.ZERO, Map.of(), Map.of());

  public Counts {
    cured = Map.copyOf(cured);
    failed = Map.copyOf(failed);
  }

  Counts hang() {
    return new Counts(hangs + 1, outage, cured, failed);
  }

  Counts over(Duration lasted) {
    return new Counts(hangs, outage.plus(lasted), cured, failed);
  }

  Counts cured(StepId step) {
    return new Counts(hangs, outage, oneMore(cured, step), failed);
  }

  Counts failed(StepId step) {
    return new Counts(hangs, outage, cured, oneMore(failed, step));
  }

  private static Map<StepId, Long> oneMore(Map<StepId, Long> counts, StepId step) {
    Map<StepId, Long> more = new TreeMap<>(counts);
    more.merge(step, 1L, Long::sum);
    return more;
  }
}
