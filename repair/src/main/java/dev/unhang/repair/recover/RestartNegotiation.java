package dev.unhang.repair.recover;

import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.Risk;
import dev.unhang.repair.guard.DeviceState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Negotiates the link anew, for which some drivers reset their adapter: what the kernel would have
/// done by itself before it stopped doing so.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_nway_reset() (v6.1)
final class RestartNegotiation implements Rung {
  private static final About ABOUT =
      new About(
          new StepId("restart-negotiation"),
          "renegotiate the link; the driver resets the adapter for it",
          new Risk.LinkBlip(Duration.ofSeconds(4)),
          Duration.ofSeconds(8),
          false);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public List<String> commands(PortState port) {
    return List.of("ethtool -r " + port.nic());
  }

  @Override
  public Optional<String> pointless(PortState port, Optional<DeviceState> device) {
    return NegotiationResets.pointless(port.driver())
        .or(() -> device.flatMap(AdapterReset::pointless));
  }

  @Override
  public List<KernelOrder> orders(PortState port) {
    return List.of(new KernelOrder.RestartNegotiation(port.nic()));
  }
}
