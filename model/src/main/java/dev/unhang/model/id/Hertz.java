package dev.unhang.model.id;

import java.util.List;
import java.util.Optional;

/// Timer ticks a second, CONFIG_HZ. On x86 only four values can be configured.
///
/// Kernel: kernel/Kconfig.hz
public record Hertz(int perSecond) {
  /// All values a kernel on x86 can be built with, ascending.
  public static final List<Hertz> POSSIBLE =
      List.of(new Hertz(100), new Hertz(250), new Hertz(300), new Hertz(1000));

  /// The two that the distributions met in practice use; shown side by side while HZ is unknown.
  public static final List<Hertz> USUAL = List.of(new Hertz(250), new Hertz(1000));

  /// How far a measured rate may lie from a configured one and still mean it.
  private static final double TOLERANCE = 0.08;

  public Hertz {
    if (perSecond <= 0) {
      throw new IllegalArgumentException("a tick rate is positive: " + perSecond);
    }
  }

  /// The one configurable value that a measured rate means; empty where it is near none.
  public static Optional<Hertz> nearest(double measured) {
    return POSSIBLE.stream()
        .filter(hz -> Math.abs(measured - hz.perSecond) <= TOLERANCE * hz.perSecond)
        .findFirst();
  }
}
