package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.ResetStep;
import java.util.Optional;

/// The second mildest cure of a ring that stands still: the interface down and up, for which the
/// driver makes its rings and its interrupt anew. `unhang recover` does it after the mildest one,
/// and restores the addresses that go with it.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000e_close(), e1000e_open() (v6.1)
public final class BounceLink implements Remedy {
  private static final ResetStep STEP = ResetStep.BOUNCE_LINK;

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
            "unhang recover " + nic.typedName(),
            "where that did not help: the interface down and up, its rings are rebuilt",
            STEP.risk().words(),
            true,
            Optional.empty(),
            "the kernel says NIC Link is Up, and no report follows"));
  }
}
