package dev.unhang.sim;

import dev.unhang.model.host.ProbeAnswer;
import dev.unhang.model.host.ProbeTarget;
import dev.unhang.model.host.Prober;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Asks the simulated gateway, which answers while the NIC sends.
final class SimProber implements Prober {
  private final BooleanSupplier sends;

  SimProber(BooleanSupplier sends) {
    this.sends = sends;
  }

  @Override
  public ProbeAnswer probe(ProbeTarget target, Duration patience) {
    return sends.getAsBoolean()
        ? new ProbeAnswer.Answered(Duration.ofMillis(1))
        : new ProbeAnswer.Silent("no answer (simulated)");
  }

  @Override
  public String usual() {
    return "ICMP echo (simulated)";
  }
}
