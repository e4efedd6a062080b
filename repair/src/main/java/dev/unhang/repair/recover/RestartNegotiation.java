package dev.unhang.repair.recover;

import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.plan.NegotiationReset;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.ResetStep;
import dev.unhang.repair.guard.DeviceState;
import java.util.List;
import java.util.Optional;

/// Negotiates the link anew, for which some drivers reset their adapter: what the kernel would have
/// done by itself before it stopped doing so.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_nway_reset() (v6.1)
final class RestartNegotiation implements Rung {
  @Override
  public ResetStep about() {
    return ResetStep.RESTART_NEGOTIATION;
  }

  @Override
  public Optional<String> pointless(PortState port, Optional<DeviceState> device) {
    return NegotiationReset.pointless(port.driver())
        .or(() -> device.flatMap(AdapterReset::pointless));
  }

  @Override
  public List<KernelOrder> orders(PortState port) {
    return List.of(new KernelOrder.RestartNegotiation(port.nic()));
  }
}
