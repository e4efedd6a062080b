package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.id.StepId;

/// S0ix flows off: suspending no longer hands the MAC to the management engine. One reporter was
/// cured by it.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000e_set_priv_flags(); mac types from
/// pch_cnp on (v6.1)
public final class TurnOffS0ix implements Remedy {
  private static final StepId ID = new StepId("turn-off-s0ix");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    return new PrivateSwitch("s0ix-enabled", false)
        .fit(
            nic,
            ID,
            "the management engine no longer takes the MAC over when the host sleeps",
            "none but a little more power in suspend");
  }
}
