package dev.unhang.hosts.saved;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.host.NoKernel;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.LinkDetection;
import dev.unhang.model.net.LinkModes;
import dev.unhang.model.net.LinkPort;

/// The kernel of a dead host: what it knew of the cable, the system that runs now may be asked.
final class RescuedKernel extends NoKernel {
  private final RescuedHost host;

  RescuedKernel(RescuedHost host) {
    super(SavedHostView.SAVED, "this is the disk of a host that doesn't run");
    this.host = host;
  }

  @Override
  public Reading<LinkDetection> detection(InterfaceName nic) {
    return host.ask(nic, KernelView::detection);
  }

  @Override
  public Reading<LinkModes> linkModes(InterfaceName nic) {
    return host.ask(nic, KernelView::linkModes);
  }

  @Override
  public Reading<LinkPort> port(InterfaceName nic) {
    return host.ask(nic, KernelView::port);
  }
}
