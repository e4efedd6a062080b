package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.id.StepId;

/// K1 off: MAC and PHY no longer put the connection between them to sleep. Only kernels from v6.19
/// on have the switch.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000e_set_priv_flags() (commit
/// 3c7bf5af2196)
public final class TurnOffK1 implements Remedy {
  private static final StepId ID = new StepId("turn-off-k1");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    return new PrivateSwitch("disable-k1", true)
        .fit(
            nic,
            ID,
            "MAC and PHY of this chip lose packets and more when their link sleeps",
            "the link drops for 2 to 4 s; a little more power");
  }
}
