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

/// A question that only the running kernel can answer, typed by its answer. Whoever answers them
/// all alike, as a report that notes what was asked, needs to know no more of it; whoever answers
/// each by itself is a [KernelAnswers].
public sealed interface KernelQuestion<T> {
  /// Has it answered.
  Reading<T> put(KernelAnswers answers);

  /// What reports call it: `offloads` of [OffloadsOf].
  default String name() {
    return name(getClass());
  }

  /// The same of a kind of question.
  static String name(Class<?> question) {
    String record = question.getSimpleName();
    String bare = record.endsWith("Of") ? record.substring(0, record.length() - 2) : record;
    return Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
  }

  /// A question about one interface.
  sealed interface OfNic<T> extends KernelQuestion<T> {
    InterfaceName nic();

    /// The same about another one.
    KernelQuestion<T> of(InterfaceName other);
  }

  /// All features of an interface.
  ///
  /// Kernel: net/ethtool/features.c, features_prepare_data() (v6.1)
  record OffloadsOf(InterfaceName nic) implements OfNic<Offloads> {
    @Override
    public Reading<Offloads> put(KernelAnswers answers) {
      return answers.offloads(nic);
    }

    @Override
    public OffloadsOf of(InterfaceName other) {
      return new OffloadsOf(other);
    }
  }

  /// Which driver runs it.
  ///
  /// Kernel: net/ethtool/ioctl.c, ethtool_get_drvinfo() (v6.1)
  record DriverOf(InterfaceName nic) implements OfNic<DriverInfo> {
    @Override
    public Reading<DriverInfo> put(KernelAnswers answers) {
      return answers.driver(nic);
    }

    @Override
    public DriverOf of(InterfaceName other) {
      return new DriverOf(other);
    }
  }

  /// Every interface of this network namespace.
  ///
  /// Kernel: net/core/rtnetlink.c, rtnl_dump_ifinfo() (v6.1)
  record Links() implements KernelQuestion<List<Link>> {
    @Override
    public Reading<List<Link>> put(KernelAnswers answers) {
      return answers.links();
    }
  }

  /// The addresses of every interface of this network namespace.
  ///
  /// Kernel: net/ipv4/devinet.c, inet_dump_ifaddr(); net/ipv6/addrconf.c, inet6_dump_ifaddr()
  /// (v6.1)
  record Addresses() implements KernelQuestion<List<InterfaceAddress>> {
    @Override
    public Reading<List<InterfaceAddress>> put(KernelAnswers answers) {
      return answers.addresses();
    }
  }

  /// The unicast routes of the main table.
  ///
  /// Kernel: net/core/rtnetlink.c, rtnl_dump_all() (v6.1)
  record Routes() implements KernelQuestion<List<Route>> {
    @Override
    public Reading<List<Route>> put(KernelAnswers answers) {
      return answers.routes();
    }
  }

  /// Whether the driver has a link.
  ///
  /// Kernel: net/ethtool/linkstate.c, linkstate_prepare_data() (v6.1)
  record DetectionOf(InterfaceName nic) implements OfNic<LinkDetection> {
    @Override
    public Reading<LinkDetection> put(KernelAnswers answers) {
      return answers.detection(nic);
    }

    @Override
    public DetectionOf of(InterfaceName other) {
      return new DetectionOf(other);
    }
  }

  /// What both link partners can do, and what they agreed on.
  ///
  /// Kernel: net/ethtool/linkmodes.c, linkmodes_prepare_data() (v6.1)
  record LinkModesOf(InterfaceName nic) implements OfNic<LinkModes> {
    @Override
    public Reading<LinkModes> put(KernelAnswers answers) {
      return answers.linkModes(nic);
    }

    @Override
    public LinkModesOf of(InterfaceName other) {
      return new LinkModesOf(other);
    }
  }

  /// How long its rings are.
  ///
  /// Kernel: net/ethtool/rings.c, rings_prepare_data() (v6.1)
  record RingsOf(InterfaceName nic) implements OfNic<Rings> {
    @Override
    public Reading<Rings> put(KernelAnswers answers) {
      return answers.rings(nic);
    }

    @Override
    public RingsOf of(InterfaceName other) {
      return new RingsOf(other);
    }
  }

  /// How it holds interrupts back.
  ///
  /// Kernel: net/ethtool/coalesce.c, coalesce_prepare_data() (v6.1)
  record CoalescingOf(InterfaceName nic) implements OfNic<List<Parameter>> {
    @Override
    public Reading<List<Parameter>> put(KernelAnswers answers) {
      return answers.coalescing(nic);
    }

    @Override
    public CoalescingOf of(InterfaceName other) {
      return new CoalescingOf(other);
    }
  }

  /// Whether it sends and heeds pause frames.
  ///
  /// Kernel: net/ethtool/pause.c, pause_prepare_data() (v6.1)
  record PauseOf(InterfaceName nic) implements OfNic<Pause> {
    @Override
    public Reading<Pause> put(KernelAnswers answers) {
      return answers.pause(nic);
    }

    @Override
    public PauseOf of(InterfaceName other) {
      return new PauseOf(other);
    }
  }

  /// Whether its link sleeps between packets.
  ///
  /// Kernel: net/ethtool/eee.c, eee_prepare_data() (v6.1)
  record EeeOf(InterfaceName nic) implements OfNic<Eee> {
    @Override
    public Reading<Eee> put(KernelAnswers answers) {
      return answers.eee(nic);
    }

    @Override
    public EeeOf of(InterfaceName other) {
      return new EeeOf(other);
    }
  }

  /// What wakes the machine; only root may know.
  ///
  /// Kernel: net/ethtool/wol.c, wol_prepare_data() (v6.1)
  record WakeOnLanOf(InterfaceName nic) implements OfNic<WakeOnLan> {
    @Override
    public Reading<WakeOnLan> put(KernelAnswers answers) {
      return answers.wakeOnLan(nic);
    }

    @Override
    public WakeOnLanOf of(InterfaceName other) {
      return new WakeOnLanOf(other);
    }
  }

  /// Switches that only its driver has.
  ///
  /// Kernel: net/ethtool/privflags.c, privflags_prepare_data() (v6.1)
  record PrivateFlagsOf(InterfaceName nic) implements OfNic<List<PrivateFlag>> {
    @Override
    public Reading<List<PrivateFlag>> put(KernelAnswers answers) {
      return answers.privateFlags(nic);
    }

    @Override
    public PrivateFlagsOf of(InterfaceName other) {
      return new PrivateFlagsOf(other);
    }
  }

  /// What its cable is plugged into.
  ///
  /// Kernel: net/ethtool/linkinfo.c, linkinfo_prepare_data() (v6.1)
  record PortOf(InterfaceName nic) implements OfNic<LinkPort> {
    @Override
    public Reading<LinkPort> put(KernelAnswers answers) {
      return answers.port(nic);
    }

    @Override
    public PortOf of(InterfaceName other) {
      return new PortOf(other);
    }
  }

  /// The driver's own counters, in its order.
  ///
  /// Kernel: net/ethtool/ioctl.c, ethtool_get_stats() (v6.1)
  record StatisticsOf(InterfaceName nic) implements OfNic<List<Counter>> {
    @Override
    public Reading<List<Counter>> put(KernelAnswers answers) {
      return answers.statistics(nic);
    }

    @Override
    public StatisticsOf of(InterfaceName other) {
      return new StatisticsOf(other);
    }
  }

  /// Its registers; only root may know. Their order is known to whoever knows the driver.
  ///
  /// Kernel: net/ethtool/ioctl.c, ethtool_get_regs() (v6.1)
  record RegistersOf(InterfaceName nic) implements OfNic<RegisterDump> {
    @Override
    public Reading<RegisterDump> put(KernelAnswers answers) {
      return answers.registers(nic);
    }

    @Override
    public RegistersOf of(InterfaceName other) {
      return new RegistersOf(other);
    }
  }
}
