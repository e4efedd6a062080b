package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import java.util.Optional;
import java.util.Set;

/// The mildest cure of a ring that stands still: a restart of auto-negotiation, for which some
/// drivers reset the adapter as their own watchdog would have.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_nway_reset() (v6.1)
public final class RestartNegotiation implements Remedy {
  private static final StepId ID = new StepId("restart-negotiation");

  /// Drivers that reset the adapter for it.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_nway_reset() (v6.1) and its like in
  /// the others
  private static final Set<String> RESETS = Set.of("e1000", "e1000e", "igb", "igc", "ixgbe");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    return NoResetMends.of(nic).orElseGet(() -> offered(nic));
  }

  private static Applicability offered(NicCase nic) {
    return new Applicability.Applicable(
        new Advice(
            ID,
            "ethtool -r " + nic.typedName(),
            RESETS.contains(nic.driver().orElse("e1000e"))
                ? "resets the adapter as the driver would; the bridge and the guests stay"
                : "restarts negotiation; whether this driver resets its ring for it is not known",
            "the link drops for 2 to 4 s",
            true,
            Optional.empty(),
            "the kernel says NIC Link is Up, and no report follows"));
  }
}
