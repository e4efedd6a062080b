package dev.unhang.repair.guard;

import dev.unhang.model.plan.Risk;
import java.time.Duration;

/// A NIC that has been reset again and again is not mended by resets. The ledger tells how often;
/// one that can't be read keeps every command from changing anything.
final class Cooldown implements Guard {
  private static final Duration SPAN = Duration.ofMinutes(10);

  /// Two whole ladders.
  private static final int MOST = 8;

  @Override
  public String name() {
    return "cooldown";
  }

  @Override
  public GuardAnswer answer(Risk risk, Circumstances now) {
    long resets = now.resetsWithin(SPAN);
    return resets < MOST || !risk.isReset()
        ? new GuardAnswer.Allows()
        : new GuardAnswer.Refuses(
            "it was reset "
                + resets
                + " times within "
                + SPAN.toMinutes()
                + " min, and resets don't cure it");
  }
}
