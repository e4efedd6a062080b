package dev.unhang.model.log;

import dev.unhang.model.id.Hertz;
import dev.unhang.model.id.Ticks;
import java.time.Duration;
import java.util.Optional;

/// How long the oldest packet had waited at the last report: ticks always, a time only where the
/// tick rate is known.
///
/// @param hz empty while unknown: ticks are then all that can be stated
public record StuckFor(Ticks ticks, Optional<Hertz> hz, HzFrom hzFrom) {
  /// How the tick rate became known.
  public enum HzFrom {
    UNKNOWN("unknown"),
    CONFIG("config"),
    TWO_DUMPS("two dumps"),
    PRINTK_TIME("printk time");

    private final String word;

    HzFrom(String word) {
      this.word = word;
    }

    /// As in JSON and on screen.
    public String word() {
      return word;
    }
  }

  /// The span as a time; empty while HZ is unknown.
  public Optional<Duration> time() {
    return hz.map(ticks::at);
  }

  /// The shortest time the ticks can mean on any kernel: at the fastest tick rate.
  public Duration atLeast() {
    return time().orElseGet(() -> ticks.at(Hertz.POSSIBLE.getLast()));
  }
}
