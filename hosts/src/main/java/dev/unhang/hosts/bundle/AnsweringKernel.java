package dev.unhang.hosts.bundle;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.KernelView;
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
import java.util.function.Function;

/// A kernel whose questions are all answered in one place.
///
/// @param answering what is done with each question
record AnsweringKernel(Answering answering) implements KernelView {
  /// Answers a question.
  interface Answering {
    /// @param asked the question by its name
    /// @param question the same, to be put to another kernel
    <T> Reading<T> answer(Asked asked, Function<KernelView, Reading<T>> question);
  }

  @Override
  public Reading<Offloads> offloads(InterfaceName nic) {
    return answering.answer(Asked.kernel("offloads", nic), kernel -> kernel.offloads(nic));
  }

  @Override
  public Reading<DriverInfo> driver(InterfaceName nic) {
    return answering.answer(Asked.kernel("driver", nic), kernel -> kernel.driver(nic));
  }

  @Override
  public Reading<List<Link>> links() {
    return answering.answer(Asked.kernel("links"), KernelView::links);
  }

  @Override
  public Reading<List<InterfaceAddress>> addresses() {
    return answering.answer(Asked.kernel("addresses"), KernelView::addresses);
  }

  @Override
  public Reading<List<Route>> routes() {
    return answering.answer(Asked.kernel("routes"), KernelView::routes);
  }

  @Override
  public Reading<LinkDetection> detection(InterfaceName nic) {
    return answering.answer(Asked.kernel("detection", nic), kernel -> kernel.detection(nic));
  }

  @Override
  public Reading<LinkModes> linkModes(InterfaceName nic) {
    return answering.answer(Asked.kernel("linkModes", nic), kernel -> kernel.linkModes(nic));
  }

  @Override
  public Reading<Rings> rings(InterfaceName nic) {
    return answering.answer(Asked.kernel("rings", nic), kernel -> kernel.rings(nic));
  }

  @Override
  public Reading<List<Parameter>> coalescing(InterfaceName nic) {
    return answering.answer(Asked.kernel("coalescing", nic), kernel -> kernel.coalescing(nic));
  }

  @Override
  public Reading<Pause> pause(InterfaceName nic) {
    return answering.answer(Asked.kernel("pause", nic), kernel -> kernel.pause(nic));
  }

  @Override
  public Reading<Eee> eee(InterfaceName nic) {
    return answering.answer(Asked.kernel("eee", nic), kernel -> kernel.eee(nic));
  }

  @Override
  public Reading<WakeOnLan> wakeOnLan(InterfaceName nic) {
    return answering.answer(Asked.kernel("wakeOnLan", nic), kernel -> kernel.wakeOnLan(nic));
  }

  @Override
  public Reading<List<PrivateFlag>> privateFlags(InterfaceName nic) {
    return answering.answer(Asked.kernel("privateFlags", nic), kernel -> kernel.privateFlags(nic));
  }

  @Override
  public Reading<LinkPort> port(InterfaceName nic) {
    return answering.answer(Asked.kernel("port", nic), kernel -> kernel.port(nic));
  }

  @Override
  public Reading<List<Counter>> statistics(InterfaceName nic) {
    return answering.answer(Asked.kernel("statistics", nic), kernel -> kernel.statistics(nic));
  }

  @Override
  public Reading<RegisterDump> registers(InterfaceName nic) {
    return answering.answer(Asked.kernel("registers", nic), kernel -> kernel.registers(nic));
  }
}
