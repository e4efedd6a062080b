package dev.unhang.linux;

import dev.unhang.linux.ethtool.EthtoolFamily;
import dev.unhang.linux.ioctl.EthtoolIoctl;
import dev.unhang.linux.netlink.Datagrams;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.netlink.KernelRefusal;
import org.jspecify.annotations.Nullable;

/// The ways to the kernel of one thread, each opened when it is first needed: opening one and
/// finding a family takes longer than most answers. After [#close] they can be opened again.
final class KernelSockets implements AutoCloseable {
  private final Datagrams.Opening toGeneric;
  private final Datagrams.Opening toRoute;
  private final EthtoolIoctl.Opening toIoctl;
  private @Nullable Datagrams generic;
  private @Nullable Datagrams route;
  private @Nullable EthtoolFamily ethtool;
  private @Nullable EthtoolIoctl ioctl;

  KernelSockets(
      Datagrams.Opening toGeneric, Datagrams.Opening toRoute, EthtoolIoctl.Opening toIoctl) {
    this.toGeneric = toGeneric;
    this.toRoute = toRoute;
    this.toIoctl = toIoctl;
  }

  EthtoolFamily ethtool() throws KernelFailure {
    if (generic == null) {
      generic = toGeneric.open();
    }
    if (ethtool == null) {
      ethtool = EthtoolFamily.over(generic);
    }
    return ethtool;
  }

  Datagrams route() throws KernelFailure {
    if (route == null) {
      route = toRoute.open();
    }
    return route;
  }

  EthtoolIoctl ioctl() throws KernelRefusal {
    if (ioctl == null) {
      ioctl = toIoctl.open();
    }
    return ioctl;
  }

  @Override
  public void close() {
    if (generic != null) {
      generic.close();
    }
    if (route != null) {
      route.close();
    }
    if (ioctl != null) {
      ioctl.close();
    }
    generic = null;
    route = null;
    ethtool = null;
    ioctl = null;
  }
}
