package dev.unhang.model.log;

import dev.unhang.model.id.Hertz;
import dev.unhang.model.id.Ticks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long the oldest packet had waited at the last report: ticks always, a time only where the
/// tick rate is known.
///
/// @param hz empty while unknown: ticks are then all that can be stated
/// @param possible the tick rates that the reports leave possible, ascending; only the known one
///   where it is known. Empty where they contradict each other
public record StuckFor(Ticks ticks, Optional<Hertz> hz, HzFrom hzFrom, List<Hertz> possible) {
  public StuckFor {
    possible = List.copyOf(possible);
  }

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

  /// The shortest time the ticks can mean: at the fastest tick rate that is possible.
  public Duration atLeast() {
    List<Hertz> rates = possible.isEmpty() ? Hertz.POSSIBLE : possible;
    return time().orElseGet(() -> ticks.at(rates.getLast()));
  }

  /// The tick rates to show while it is unknown: the usual ones, as far as they are possible.
  public List<Hertz> toShow() {
    List<Hertz> usual = Hertz.USUAL.stream().filter(possible::contains).toList();
    return !usual.isEmpty() ? usual : possible.isEmpty() ? Hertz.USUAL : possible;
  }
}
