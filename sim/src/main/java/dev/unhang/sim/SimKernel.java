package dev.unhang.sim;

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
import java.util.List;
import java.util.Optional;

/// The simulated host's kernel: it knows everything of its one NIC, and its links.
final class SimKernel implements KernelAnswers {
  private static final SourceId KERNEL = new SourceId("kernel");
  private static final Origin ORIGIN = new Origin("kernel (simulated)");

  private final SimNic nic;
  private final SimPort port;

  SimKernel(SimNic nic, SimPort port) {
    this.nic = nic;
    this.port = port;
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
    return ofNetlink(SimLinks.all(nic.bytes(), port));
  }

  @Override
  public Reading<List<InterfaceAddress>> addresses() {
    return ofNetlink(SimLinks.addresses(port));
  }

  @Override
  public Reading<List<Route>> routes() {
    return ofNetlink(SimLinks.routes());
  }

  @Override
  public Reading<LinkDetection> detection(InterfaceName name) {
    return ofNic(name, "link state", new LinkDetection(true, Optional.empty()));
  }

  @Override
  public Reading<LinkModes> linkModes(InterfaceName name) {
    return ofNic(name, "link modes", SimSettings.linkModes());
  }

  @Override
  public Reading<Rings> rings(InterfaceName name) {
    return ofNic(name, "rings", nic.tuned().rings());
  }

  @Override
  public Reading<List<Parameter>> coalescing(InterfaceName name) {
    return ofNic(name, "coalescing", nic.tuned().coalescing());
  }

  @Override
  public Reading<Pause> pause(InterfaceName name) {
    return ofNic(name, "pause frames", nic.tuned().pause());
  }

  @Override
  public Reading<Eee> eee(InterfaceName name) {
    return ofNic(name, "EEE", nic.tuned().eee());
  }

  @Override
  public Reading<WakeOnLan> wakeOnLan(InterfaceName name) {
    if (!nic.isAskedByRoot()) {
      return absent(WhyAbsent.DENIED, "the kernel answered EPERM (ETHTOOL_MSG_WOL_GET)");
    }
    return ofNic(name, "Wake-on-LAN", SimSettings.wakeOnLan(port.wake()));
  }

  @Override
  public Reading<List<PrivateFlag>> privateFlags(InterfaceName name) {
    return absent(
        WhyAbsent.NOT_OFFERED, "the kernel answered EOPNOTSUPP (ETHTOOL_MSG_PRIVFLAGS_GET)");
  }

  @Override
  public Reading<LinkPort> port(InterfaceName name) {
    return ofNic(name, "port", SimSettings.port());
  }

  @Override
  public Reading<List<Counter>> statistics(InterfaceName name) {
    return ofNic(name, "driver statistics", nic.statistics());
  }

  @Override
  public Reading<RegisterDump> registers(InterfaceName name) {
    return ofNic(name, "registers", nic.registers());
  }

  private <T> Reading<T> ofNetlink(T value) {
    return nic.isNetlinkDumb()
        ? new Reading.Unreadable<>(
            new Trouble(new Place.Whole(ORIGIN), "no answer within 2 s"), ORIGIN)
        : new Reading.Read<>(value, ORIGIN);
  }

  private static <T> Reading<T> absent(WhyAbsent why, String words) {
    return new Reading.Absent<>(KERNEL, why, words);
  }

  private <T> Reading<T> ofNic(InterfaceName name, String what, T value) {
    if (nic.isUnanswered()) {
      return new Reading.Unreadable<>(
          new Trouble(new Place.Whole(ORIGIN), "no answer, as long as rtnl is held"), ORIGIN);
    }
    return name.equals(SimHost.NIC)
        ? new Reading.Read<>(value, ORIGIN)
        : new Reading.Absent<>(
            KERNEL, WhyAbsent.NOT_OFFERED, name + " has no " + what + " simulated");
  }
}
