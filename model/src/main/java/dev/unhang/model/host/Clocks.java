package dev.unhang.model.host;

import java.time.Duration;
import java.time.Instant;

/// Time, so that waiting can be simulated.
public interface Clocks {
  /// Wall time.
  Instant wall();

  /// CLOCK_MONOTONIC, for spans.
  Duration monotonic();

  /// Waits; may return early when interrupted.
  void pause(Duration span);
}
