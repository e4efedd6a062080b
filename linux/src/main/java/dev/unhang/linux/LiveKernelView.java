package dev.unhang.linux;

import dev.unhang.linux.ethtool.CoalesceGet;
import dev.unhang.linux.ethtool.EeeGet;
import dev.unhang.linux.ethtool.EthtoolFamily;
import dev.unhang.linux.ethtool.FeaturesGet;
import dev.unhang.linux.ethtool.LinkInfoGet;
import dev.unhang.linux.ethtool.LinkModesGet;
import dev.unhang.linux.ethtool.LinkStateGet;
import dev.unhang.linux.ethtool.PauseGet;
import dev.unhang.linux.ethtool.PrivFlagsGet;
import dev.unhang.linux.ethtool.RingsGet;
import dev.unhang.linux.ethtool.WolGet;
import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.ioctl.DriverInfoQuery;
import dev.unhang.linux.ioctl.EthtoolIoctl;
import dev.unhang.linux.ioctl.RegistersQuery;
import dev.unhang.linux.ioctl.SocketIoctl;
import dev.unhang.linux.ioctl.StatisticsQuery;
import dev.unhang.linux.netlink.CallDeadline;
import dev.unhang.linux.netlink.Datagrams;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.netlink.KernelRefusal;
import dev.unhang.linux.netlink.NetlinkSocket;
import dev.unhang.linux.rtnetlink.AddressDump;
import dev.unhang.linux.rtnetlink.LinkDump;
import dev.unhang.linux.rtnetlink.RouteDump;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.KernelAnswers;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.SourceId;
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
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The running kernel's answers, by netlink and ioctl in this process: no ethtool is needed. Where
/// the kernel doesn't answer, because a driver is stuck with rtnl held, that is what is said: it
/// happens to the very hosts this is for.
final class LiveKernelView implements KernelAnswers {
  /// This interface, this driver or this kernel has no such thing; another error is no fact about
  /// the host at all.
  private static final Set<Integer> NOT_OFFERED =
      Set.of(Errno.ENODEV.number(), Errno.EOPNOTSUPP.number(), Errno.ENOENT.number());

  private static final Set<Integer> DENIED = Set.of(Errno.EPERM.number(), Errno.EACCES.number());

  private final ThreadLocal<KernelSockets> wires;
  private final CallDeadline patience;

  LiveKernelView() {
    this(
        () -> NetlinkSocket.open(NetlinkSocket.Protocol.GENERIC),
        () -> NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE),
        SocketIoctl::open,
        NetlinkSocket.PATIENCE);
  }

  /// @param generic opens a wire to the kernel's generic families, or to a fake kernel
  /// @param route opens one to rtnetlink
  /// @param ioctl opens the way for what netlink doesn't tell
  /// @param limit how long one answer may take
  LiveKernelView(
      Datagrams.Opening generic,
      Datagrams.Opening route,
      EthtoolIoctl.Opening ioctl,
      Duration limit) {
    this.wires = ThreadLocal.withInitial(() -> new KernelSockets(generic, route, ioctl));
    this.patience = new CallDeadline(limit, () -> wires.get().close());
  }

  @Override
  public Reading<Offloads> offloads(InterfaceName nic) {
    return ethtool(nic, "offload-switches", "features", FeaturesGet::ask);
  }

  @Override
  public Reading<DriverInfo> driver(InterfaceName nic) {
    return ioctl(nic, "driver-of-nic", "driver", DriverInfoQuery::ask);
  }

  @Override
  public Reading<List<Link>> links() {
    return reading("links", "kernel, links", open -> LinkDump.ask(open.route()));
  }

  @Override
  public Reading<List<InterfaceAddress>> addresses() {
    return reading("addresses", "kernel, addresses", open -> AddressDump.ask(open.route()));
  }

  @Override
  public Reading<List<Route>> routes() {
    return reading("routes", "kernel, routes", open -> RouteDump.ask(open.route()));
  }

  @Override
  public Reading<LinkDetection> detection(InterfaceName nic) {
    return ethtool(nic, "link-state", "link state", LinkStateGet::ask);
  }

  @Override
  public Reading<LinkModes> linkModes(InterfaceName nic) {
    return ethtool(nic, "link-modes", "link modes", LinkModesGet::ask);
  }

  @Override
  public Reading<Rings> rings(InterfaceName nic) {
    return ethtool(nic, "rings", "rings", RingsGet::ask);
  }

  @Override
  public Reading<List<Parameter>> coalescing(InterfaceName nic) {
    return ethtool(nic, "coalescing", "coalescing", CoalesceGet::ask);
  }

  @Override
  public Reading<Pause> pause(InterfaceName nic) {
    return ethtool(nic, "pause", "pause frames", PauseGet::ask);
  }

  @Override
  public Reading<Eee> eee(InterfaceName nic) {
    return ethtool(nic, "eee", "EEE", EeeGet::ask);
  }

  @Override
  public Reading<WakeOnLan> wakeOnLan(InterfaceName nic) {
    return ethtool(nic, "wake-on-lan", "Wake-on-LAN", WolGet::ask);
  }

  @Override
  public Reading<List<PrivateFlag>> privateFlags(InterfaceName nic) {
    return ethtool(nic, "private-flags", "private flags", PrivFlagsGet::ask);
  }

  @Override
  public Reading<LinkPort> port(InterfaceName nic) {
    return ethtool(nic, "link-port", "port", LinkInfoGet::ask);
  }

  @Override
  public Reading<List<Counter>> statistics(InterfaceName nic) {
    return ioctl(nic, "driver-statistics", "driver statistics", StatisticsQuery::ask);
  }

  @Override
  public Reading<RegisterDump> registers(InterfaceName nic) {
    return ioctl(nic, "registers", "registers", RegistersQuery::ask);
  }

  /// A question over a way to the kernel, about an interface.
  private interface Asking<W, T> {
    T ask(W way, InterfaceName nic) throws KernelFailure;
  }

  private <T> Reading<T> ethtool(
      InterfaceName nic, String source, String shown, Asking<EthtoolFamily, T> asking) {
    return reading(
        source, "kernel, " + shown + " of " + nic, open -> asking.ask(open.ethtool(), nic));
  }

  private <T> Reading<T> ioctl(
      InterfaceName nic, String source, String shown, Asking<EthtoolIoctl, T> asking) {
    return reading(
        source, "kernel, " + shown + " of " + nic, open -> asking.ask(open.ioctl(), nic));
  }

  /// A question over any of the wires.
  private interface Question<T> {
    T ask(KernelSockets open) throws KernelFailure;
  }

  private <T> Reading<T> reading(String source, String shown, Question<T> question) {
    Origin origin = new Origin(shown);
    try {
      return new Reading.Read<>(patience.await(() -> asked(question)), origin);
    } catch (KernelRefusal refusal) {
      return refused(new SourceId(source), origin, refusal);
    } catch (KernelFailure failure) {
      return unreadable(origin, String.valueOf(failure.getMessage()));
    }
  }

  /// A refusal leaves a wire as it was; after anything else it is not known what is still under
  /// way.
  private <T> T asked(Question<T> question) throws KernelFailure {
    KernelSockets open = wires.get();
    try {
      return question.ask(open);
    } catch (KernelRefusal refusal) {
      throw refusal;
    } catch (KernelFailure broken) {
      open.close();
      throw broken;
    }
  }

  private static <T> Reading<T> refused(SourceId source, Origin origin, KernelRefusal refusal) {
    String words = "the kernel answered " + refusal.getMessage();
    if (DENIED.contains(refusal.errno())) {
      return new Reading.Absent<>(source, WhyAbsent.DENIED, words);
    }
    if (NOT_OFFERED.contains(refusal.errno())) {
      return new Reading.Absent<>(source, WhyAbsent.NOT_OFFERED, words);
    }
    return unreadable(origin, words);
  }

  private static <T> Reading<T> unreadable(Origin origin, String what) {
    return new Reading.Unreadable<>(new Trouble(new Place.Whole(origin), what), origin);
  }
}
