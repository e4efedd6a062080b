package dev.unhang.sim;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.facts.DriverInfo;
import dev.unhang.model.facts.Offloads;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.name.InterfaceName;
import dev.unhang.model.name.SourceId;
import dev.unhang.model.nic.InterfaceAddress;
import dev.unhang.model.nic.Link;
import java.util.List;

/// The simulated host's kernel: it knows everything of its one NIC, and its links.
final class SimKernel implements KernelView {
  private static final SourceId KERNEL = new SourceId("kernel");
  private static final Origin ORIGIN = new Origin("kernel (simulated)");

  private final SimNic nic;

  SimKernel(SimNic nic) {
    this.nic = nic;
  }

  @Override
  public Reading<Offloads> offloads(InterfaceName name) {
    return ofNic(name, "features", nic.offloads());
  }

  @Override
  public Reading<DriverInfo> driver(InterfaceName name) {
    return ofNic(name, "driver", new DriverInfo("e1000e", "6.8.12-10-pve", "0.13-4", SimNic.PCI));
  }

  @Override
  public Reading<List<Link>> links() {
    return new Reading.Read<>(SimLinks.all(nic.bytes()), ORIGIN);
  }

  @Override
  public Reading<List<InterfaceAddress>> addresses() {
    return new Reading.Read<>(SimLinks.addresses(), ORIGIN);
  }

  private static <T> Reading<T> ofNic(InterfaceName name, String what, T value) {
    return name.equals(SimHost.NIC)
        ? new Reading.Read<>(value, ORIGIN)
        : new Reading.Absent<>(
            KERNEL, WhyAbsent.NOT_OFFERED, name + " has no " + what + " simulated");
  }
}
