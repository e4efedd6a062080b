package dev.unhang.model.host;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.DriverInfo;
import dev.unhang.model.facts.Offloads;
import dev.unhang.model.name.InterfaceName;
import dev.unhang.model.nic.InterfaceAddress;
import dev.unhang.model.nic.Link;
import java.util.List;

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

  /// The addresses of every interface of this network namespace.
  ///
  /// Kernel: net/ipv4/devinet.c, inet_dump_ifaddr(); net/ipv6/addrconf.c, inet6_dump_ifaddr()
  /// (v6.1)
  Reading<List<InterfaceAddress>> addresses();
}
