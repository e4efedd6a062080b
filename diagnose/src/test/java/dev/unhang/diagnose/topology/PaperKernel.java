package dev.unhang.diagnose.topology;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.facts.DriverInfo;
import dev.unhang.model.facts.Offloads;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.name.InterfaceName;
import dev.unhang.model.name.SourceId;
import dev.unhang.model.nic.Counter;
import dev.unhang.model.nic.Eee;
import dev.unhang.model.nic.InterfaceAddress;
import dev.unhang.model.nic.Link;
import dev.unhang.model.nic.LinkDetection;
import dev.unhang.model.nic.LinkModes;
import dev.unhang.model.nic.LinkPort;
import dev.unhang.model.nic.Parameter;
import dev.unhang.model.nic.Pause;
import dev.unhang.model.nic.PrivateFlag;
import dev.unhang.model.nic.RegisterDump;
import dev.unhang.model.nic.Rings;
import dev.unhang.model.nic.Route;
import dev.unhang.model.nic.WakeOnLan;
import java.util.List;

/// A kernel that knows links, addresses and routes.
record PaperKernel(List<Link> known, List<InterfaceAddress> owned, List<Route> ways)
    implements KernelView {
  private static final Origin PAPER = new Origin("paper");

  /// One that knows nothing and answers nothing.
  static KernelView none() {
    return new PaperKernel(List.of(), List.of(), List.of());
  }

  @Override
  public Reading<Offloads> offloads(InterfaceName nic) {
    return absent();
  }

  @Override
  public Reading<DriverInfo> driver(InterfaceName nic) {
    return absent();
  }

  @Override
  public Reading<List<Link>> links() {
    return known.isEmpty() ? absent() : new Reading.Read<>(known, PAPER);
  }

  @Override
  public Reading<List<InterfaceAddress>> addresses() {
    return new Reading.Read<>(owned, PAPER);
  }

  @Override
  public Reading<List<Route>> routes() {
    return new Reading.Read<>(ways, PAPER);
  }

  @Override
  public Reading<LinkDetection> detection(InterfaceName nic) {
    return absent();
  }

  @Override
  public Reading<LinkModes> linkModes(InterfaceName nic) {
    return absent();
  }

  @Override
  public Reading<Rings> rings(InterfaceName nic) {
    return absent();
  }

  @Override
  public Reading<List<Parameter>> coalescing(InterfaceName nic) {
    return absent();
  }

  @Override
  public Reading<Pause> pause(InterfaceName nic) {
    return absent();
  }

  @Override
  public Reading<Eee> eee(InterfaceName nic) {
    return absent();
  }

  @Override
  public Reading<WakeOnLan> wakeOnLan(InterfaceName nic) {
    return absent();
  }

  @Override
  public Reading<List<PrivateFlag>> privateFlags(InterfaceName nic) {
    return absent();
  }

  @Override
  public Reading<LinkPort> port(InterfaceName nic) {
    return absent();
  }

  @Override
  public Reading<List<Counter>> statistics(InterfaceName nic) {
    return absent();
  }

  @Override
  public Reading<RegisterDump> registers(InterfaceName nic) {
    return absent();
  }

  private <T> Reading<T> absent() {
    return new Reading.Absent<>(new SourceId("paper"), WhyAbsent.NOT_OFFERED, "not on paper");
  }
}
