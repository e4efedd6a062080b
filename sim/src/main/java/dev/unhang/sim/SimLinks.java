package dev.unhang.sim;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.net.Counter;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkFlag;
import dev.unhang.model.net.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The links of the incident's hypervisor: eno1 in vmbr0, and guest 100 behind its firewall bridge.
///
/// Proxmox VE: PVE/Network.pm, compute_fwbr_names()
final class SimLinks {
  private static final int MTU = 1500;
  private static final int LO = 1;
  private static final int ENO1 = 2;
  private static final int VMBR0 = 3;
  private static final int TAP = 4;
  private static final int FWBR = 5;
  private static final int FWPR = 6;
  private static final int FWLN = 7;

  private SimLinks() {}

  /// @param bytes that eno1 sent
  /// @param port whether and how eno1 is there
  static List<Link> all(long bytes, SimPort port) {
    List<Link> all = new ArrayList<>(others(port.master()));
    if (port.isThere()) {
      all.add(1, nic(bytes, port));
    }
    return all;
  }

  private static List<Link> others(SimMaster master) {
    return List.of(
        loopback(),
        link(VMBR0, "vmbr0", SimNic.MAC, Optional.of(master.kind()), Optional.empty()),
        link(TAP, "tap100i0", "7e:00:00:00:00:04", Optional.of("tun"), Optional.of(FWBR)),
        link(FWBR, "fwbr100i0", "7e:00:00:00:00:05", Optional.of("bridge"), Optional.empty()),
        cable(FWPR, "fwpr100p0", "7e:00:00:00:00:06", VMBR0, FWLN),
        cable(FWLN, "fwln100i0", "7e:00:00:00:00:07", FWBR, FWPR));
  }

  static List<InterfaceAddress> addresses(SimPort port) {
    List<InterfaceAddress> all =
        new ArrayList<>(
            List.of(
                new InterfaceAddress(LO, "127.0.0.1", 8, "host"),
                new InterfaceAddress(VMBR0, "192.0.2.2", 24, "global"),
                new InterfaceAddress(VMBR0, "fe80::5e00:53ff:fe00:1", 64, "link")));
    for (String own : port.addresses()) {
      String[] halves = own.split("/", 2);
      all.add(new InterfaceAddress(ENO1, halves[0], Integer.valueOf(halves[1]), "global"));
    }
    return all;
  }

  static List<Route> routes() {
    return List.of(
        new Route(address("0.0.0.0"), 0, VMBR0, Optional.of(address("192.0.2.1")), 0),
        new Route(address("192.0.2.0"), 24, VMBR0, Optional.empty(), 0));
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }

  private static Link nic(long bytes, SimPort port) {
    return new Link(
        ENO1,
        SimHost.NIC,
        List.of("enp0s25"),
        new Link.Hardware(
            Optional.of(SimNic.MAC),
            Optional.of(SimNic.MAC),
            Optional.of("pci"),
            Optional.of(SimNic.PCI),
            Optional.of(1),
            Optional.of(1)),
        port.isUp() ? port.hasLink() ? up(port.mtu()) : unplugged(port.mtu()) : down(port.mtu()),
        new Link.Stacking(
            Optional.empty(),
            port.isBridged() ? Optional.of(VMBR0) : Optional.empty(),
            Optional.empty(),
            false),
        List.of(
            new Counter("rx_packets", bytes / 3000),
            new Counter("tx_packets", bytes / 1500),
            new Counter("rx_bytes", bytes / 45),
            new Counter("tx_bytes", bytes),
            new Counter("rx_errors", 0),
            new Counter("tx_errors", 0),
            new Counter("rx_dropped", 0),
            new Counter("tx_dropped", 0)));
  }

  private static Link loopback() {
    Link made = link(LO, "lo", "00:00:00:00:00:00", Optional.empty(), Optional.empty());
    Link.State up = made.state();
    return new Link(
        made.index(),
        made.name(),
        made.alternativeNames(),
        made.hardware(),
        new Link.State(
            List.of(LinkFlag.UP, LinkFlag.LOOPBACK, LinkFlag.RUNNING, LinkFlag.LOWER_UP),
            Optional.of("UNKNOWN"),
            Optional.of(65536),
            up.carrier(),
            Optional.of(0L),
            Optional.of("noqueue")),
        made.stacking(),
        made.counters());
  }

  private static Link link(
      int index, String name, String address, Optional<String> kind, Optional<Integer> master) {
    return link(index, name, address, new Link.Stacking(kind, master, Optional.empty(), false));
  }

  private static Link cable(int index, String name, String address, int master, int peer) {
    return link(
        index,
        name,
        address,
        new Link.Stacking(Optional.of("veth"), Optional.of(master), Optional.of(peer), false));
  }

  private static Link link(int index, String name, String address, Link.Stacking stacking) {
    return new Link(
        index,
        new InterfaceName(name),
        List.of(),
        new Link.Hardware(
            Optional.of(address),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(1),
            Optional.of(1)),
        up(),
        stacking,
        List.of());
  }

  /// A hung transmit unit leaves the carrier as it is.
  private static Link.State up() {
    return up(MTU);
  }

  private static Link.State unplugged(int mtu) {
    return new Link.State(
        List.of(LinkFlag.UP, LinkFlag.BROADCAST, LinkFlag.MULTICAST),
        Optional.of("DOWN"),
        Optional.of(mtu),
        Optional.of(false),
        Optional.of(3L),
        Optional.of("pfifo_fast"));
  }

  private static Link.State down(int mtu) {
    return new Link.State(
        List.of(LinkFlag.BROADCAST, LinkFlag.MULTICAST),
        Optional.of("DOWN"),
        Optional.of(mtu),
        Optional.of(false),
        Optional.of(2L),
        Optional.of("pfifo_fast"));
  }

  private static Link.State up(int mtu) {
    return new Link.State(
        List.of(
            LinkFlag.UP,
            LinkFlag.BROADCAST,
            LinkFlag.RUNNING,
            LinkFlag.MULTICAST,
            LinkFlag.LOWER_UP),
        Optional.of("UP"),
        Optional.of(mtu),
        Optional.of(true),
        Optional.of(1L),
        Optional.of("pfifo_fast"));
  }
}
