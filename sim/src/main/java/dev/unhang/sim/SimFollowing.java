package dev.unhang.sim;

import dev.unhang.model.host.Running;
import java.util.OptionalInt;

/// A program follows the simulated kernel log.
///
/// @param stop ends it
record SimFollowing(Runnable stop) implements Running {
  @Override
  public OptionalInt exit() {
    return OptionalInt.empty();
  }

  @Override
  public String errorText() {
    return "";
  }

  @Override
  public void close() {
    stop.run();
  }
}
