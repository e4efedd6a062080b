package dev.unhang.linux;

import dev.unhang.model.host.Clocks;
import java.time.Duration;
import java.time.Instant;

/// This machine's clocks.
public final class LiveClocks implements Clocks {
  @Override
  public Instant wall() {
    return Instant.now();
  }

  /// System.nanoTime() reads CLOCK_MONOTONIC on Linux.
  @Override
  public Duration monotonic() {
    return Duration.ofNanos(System.nanoTime());
  }

  @Override
  public void pause(Duration span) {
    try {
      Thread.sleep(span);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
