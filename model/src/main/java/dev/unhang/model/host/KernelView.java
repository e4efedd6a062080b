package dev.unhang.model.host;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Counter;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.Eee;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkDetection;
import dev.unhang.model.net.LinkModes;
import dev.unhang.model.net.LinkPort;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.net.RegisterDump;
import dev.unhang.model.net.Rings;
import dev.unhang.model.net.Route;
import dev.unhang.model.net.WakeOnLan;
import java.util.List;
import java.util.Optional;

/// Questions that only the running kernel can answer, each typed by its answer.
public interface KernelView {
  /// All features of an interface.
  ///
  /// Kernel: net/ethtool/features.c, features_prepare_data() (v6.1)
  Reading<Offloads> offloads(InterfaceName nic);

  /// Which driver runs it.
  ///
  /// Kernel: net/ethtool/ioctl.c, ethtool_get_drvinfo() (v6.1)
  Reading<DriverInfo> driver(InterfaceName nic);

  /// Every interface of this network namespace.
  ///
  /// Kernel: net/core/rtnetlink.c, rtnl_dump_ifinfo() (v6.1)
  Reading<List<Link>> links();

  /// The bridge, bond or other switch that a link is a port of; empty where it is none's.
  default Optional<Link> master(Link link) {
    return link.stacking()
        .master()
        .flatMap(index ->
            links().known().orElse(List.of()).stream()
                .filter(each -> each.index() == index)
                .findFirst());
  }

  /// The addresses of every interface of this network namespace.
  ///
  /// Kernel: net/ipv4/devinet.c, inet_dump_ifaddr(); net/ipv6/addrconf.c, inet6_dump_ifaddr()
  /// (v6.1)
  Reading<List<InterfaceAddress>> addresses();

  /// The unicast routes of the main table.
  ///
  /// Kernel: net/core/rtnetlink.c, rtnl_dump_all() (v6.1)
  Reading<List<Route>> routes();

  /// Whether the driver has a link.
  ///
  /// Kernel: net/ethtool/linkstate.c, linkstate_prepare_data() (v6.1)
  Reading<LinkDetection> detection(InterfaceName nic);

  /// What both link partners can do, and what they agreed on.
  ///
  /// Kernel: net/ethtool/linkmodes.c, linkmodes_prepare_data() (v6.1)
  Reading<LinkModes> linkModes(InterfaceName nic);

  /// How long its rings are.
  ///
  /// Kernel: net/ethtool/rings.c, rings_prepare_data() (v6.1)
  Reading<Rings> rings(InterfaceName nic);

  /// How it holds interrupts back.
  ///
  /// Kernel: net/ethtool/coalesce.c, coalesce_prepare_data() (v6.1)
  Reading<List<Parameter>> coalescing(InterfaceName nic);

  /// Whether it sends and heeds pause frames.
  ///
  /// Kernel: net/ethtool/pause.c, pause_prepare_data() (v6.1)
  Reading<Pause> pause(InterfaceName nic);

  /// Whether its link sleeps between packets.
  ///
  /// Kernel: net/ethtool/eee.c, eee_prepare_data() (v6.1)
  Reading<Eee> eee(InterfaceName nic);

  /// What wakes the machine; only root may know.
  ///
  /// Kernel: net/ethtool/wol.c, wol_prepare_data() (v6.1)
  Reading<WakeOnLan> wakeOnLan(InterfaceName nic);

  /// Switches that only its driver has.
  ///
  /// Kernel: net/ethtool/privflags.c, privflags_prepare_data() (v6.1)
  Reading<List<PrivateFlag>> privateFlags(InterfaceName nic);

  /// What its cable is plugged into.
  ///
  /// Kernel: net/ethtool/linkinfo.c, linkinfo_prepare_data() (v6.1)
  Reading<LinkPort> port(InterfaceName nic);

  /// The driver's own counters, in its order.
  ///
  /// Kernel: net/ethtool/ioctl.c, ethtool_get_stats() (v6.1)
  Reading<List<Counter>> statistics(InterfaceName nic);

  /// Its registers; only root may know. Their order is known to whoever knows the driver.
  ///
  /// Kernel: net/ethtool/ioctl.c, ethtool_get_regs() (v6.1)
  Reading<RegisterDump> registers(InterfaceName nic);
}
