package dev.unhang.model.host;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
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

/// The kernel of a host that doesn't run: nobody to ask. Who knows some of what it would answer
/// answers that in its place.
public class NoKernel implements KernelView {
  private final SourceId source;
  private final String why;

  /// @param source what there is instead
  /// @param why for a person
  public NoKernel(SourceId source, String why) {
    this.source = source;
    this.why = why;
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
    return absent();
  }

  @Override
  public Reading<List<InterfaceAddress>> addresses() {
    return absent();
  }

  @Override
  public Reading<List<Route>> routes() {
    return absent();
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
    return new Reading.Absent<>(source, WhyAbsent.NOT_OFFERED, why);
  }
}
