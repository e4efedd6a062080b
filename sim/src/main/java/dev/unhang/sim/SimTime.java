package dev.unhang.sim;

import dev.unhang.model.host.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Virtual time: it passes only when a caller pauses, one second a step, and whoever lives in it is
/// told of each.
final class SimTime implements Clocks {
  private static final Duration STEP = Duration.ofSeconds(1);

  private final List<Runnable> everySecond = new ArrayList<>();
  private Instant wall;
  private Duration monotonic = Duration.ofSeconds(20);

  SimTime(Instant start) {
    this.wall = start;
  }

  void everySecond(Runnable what) {
    everySecond.add(what);
  }

  @Override
  public Instant wall() {
    return wall;
  }

  @Override
  public Duration monotonic() {
    return monotonic;
  }

  @Override
  public void pause(Duration span) {
    for (Duration left = span; left.isPositive(); left = left.minus(STEP)) {
      wall = wall.plus(STEP);
      monotonic = monotonic.plus(STEP);
      everySecond.forEach(Runnable::run);
    }
  }

  /// Wall time is set, forwards or backwards; nothing else changes.
  void set(Duration by) {
    wall = wall.plus(by);
  }

  /// A new boot: uptime begins again, wall time goes on.
  void boot() {
    wall = wall.plusSeconds(60);
    monotonic = Duration.ofSeconds(20);
  }
}
