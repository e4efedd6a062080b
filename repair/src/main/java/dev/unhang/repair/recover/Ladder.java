package dev.unhang.repair.recover;

import java.util.List;

/// All rungs, mildest first.
///
/// Left out: `reset` of the function by sysfs, since these drivers are not told of it and their NIC
/// is dead afterwards; reloading the module, which takes every port of the driver.
public final class Ladder {
  /// In the order in which they are tried.
  public static final List<Rung> ALL =
      List.of(new RestartNegotiation(), new BounceLink(), new RebindDriver(), new RescanBus());

  private Ladder() {}
}
