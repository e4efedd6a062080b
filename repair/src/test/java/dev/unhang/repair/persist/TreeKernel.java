package dev.unhang.repair.persist;

import dev.unhang.model.host.KernelQuestion.DriverOf;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import dev.unhang.testing.KnownKernel;
import java.util.List;
import java.util.Optional;

/// The kernel of a [TreeHost]: it has two NICs, eno1 and eno2, with segmentation offload on.
final class TreeKernel {
  static final InterfaceName NIC = new InterfaceName("eno1");
  private static final InterfaceName OTHER = new InterfaceName("eno2");

  private TreeKernel() {}

  static KernelView view() {
    KnownKernel kernel =
        new KnownKernel()
            .with(
                new Links(),
                List.of(
                    link(2, "eno1", "52:54:00:00:00:01", "0000:00:1f.6"),
                    link(3, "eno2", "52:54:00:00:00:02", "0000:02:00.0")));
    nic(kernel, NIC, "0000:00:1f.6");
    nic(kernel, OTHER, "0000:02:00.0");
    return kernel;
  }

  private static void nic(KnownKernel kernel, InterfaceName nic, String bus) {
    kernel.with(new DriverOf(nic), new DriverInfo("e1000e", "6.1.0", "0.2-4", bus));
    kernel.with(
        new OffloadsOf(nic),
        new Offloads(
            List.of(
                new Offload("tx-tcp-segmentation", true, true, true),
                new Offload("tx-tcp6-segmentation", true, true, true),
                new Offload("tx-generic-segmentation", true, true, true),
                new Offload("rx-gro", true, true, true))));
  }

  private static Link link(int index, String name, String mac, String pci) {
    return new Link(
        index,
        new InterfaceName(name),
        List.of(),
        new Link.Hardware(
            Optional.of(mac),
            Optional.of(mac),
            Optional.of("pci"),
            Optional.of(pci),
            Optional.of(1),
            Optional.of(1)),
        new Link.State(
            List.of(),
            Optional.of("UP"),
            Optional.of(1500),
            Optional.of(true),
            Optional.of(1L),
            Optional.empty()),
        new Link.Stacking(Optional.empty(), Optional.empty(), Optional.empty(), false),
        List.of());
  }
}
