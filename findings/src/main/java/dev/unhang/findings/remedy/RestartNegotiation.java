package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;

/// The mildest cure of a ring that stands still: a restart of auto-negotiation, for which the
/// driver resets the adapter as its own watchdog would have.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_nway_reset() (v6.1)
public final class RestartNegotiation implements Remedy {
  private static final StepId ID = new StepId("restart-negotiation");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Fit fit(NicCase nic) {
    return NoResetMends.of(nic).orElseGet(() -> offered(nic));
  }

  private static Fit offered(NicCase nic) {
    return new Fit.Offered(
        new Advice(
            ID,
            "ethtool -r " + nic.name(),
            "resets the adapter as the driver would; the bridge and the guests stay",
            "the link drops for 2 to 4 s",
            true,
            Optional.empty(),
            "the kernel says NIC Link is Up, and no report follows"));
  }
}
