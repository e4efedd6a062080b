package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.NegotiationReset;
import dev.unhang.model.plan.ResetStep;
import java.util.Optional;

/// The mildest cure of a ring that stands still: a restart of auto-negotiation, for which some
/// drivers reset the adapter as their own watchdog would have.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_nway_reset() (v6.1)
public final class RestartNegotiation implements Remedy {
  private static final ResetStep STEP = ResetStep.RESTART_NEGOTIATION;

  @Override
  public StepId id() {
    return STEP.id();
  }

  @Override
  public Applicability fit(NicCase nic) {
    return NoResetMends.of(nic).orElseGet(() -> offered(nic));
  }

  private static Applicability offered(NicCase nic) {
    return new Applicability.Applicable(
        new Advice(
            STEP.id(),
            "ethtool -r " + nic.typedName(),
            effect(nic.driver().orElse("e1000e")),
            "the link drops for 2 to 4 s",
            true,
            Optional.empty(),
            "the kernel says NIC Link is Up, and no report follows"));
  }

  private static String effect(String driver) {
    return switch (NegotiationReset.of(driver)) {
      case ADAPTER -> "resets the adapter as the driver would; the bridge and the guests stay";
      case LINK -> "restarts negotiation; this driver does not reset its ring for it";
      case UNKNOWN ->
          "restarts negotiation; whether this driver resets its ring for it is not known";
    };
  }
}
