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

/// A kernel that answers each [KernelQuestion] in its own way: the one that runs, a simulated one,
/// and what was saved of one. The questions say what each answer is.
public interface KernelAnswers extends KernelView {
  @Override
  default <T> Reading<T> ask(KernelQuestion<T> question) {
    return question.put(this);
  }

  Reading<Offloads> offloads(InterfaceName nic);

  Reading<DriverInfo> driver(InterfaceName nic);

  Reading<List<Link>> links();

  Reading<List<InterfaceAddress>> addresses();

  Reading<List<Route>> routes();

  Reading<LinkDetection> detection(InterfaceName nic);

  Reading<LinkModes> linkModes(InterfaceName nic);

  Reading<Rings> rings(InterfaceName nic);

  Reading<List<Parameter>> coalescing(InterfaceName nic);

  Reading<Pause> pause(InterfaceName nic);

  Reading<Eee> eee(InterfaceName nic);

  Reading<WakeOnLan> wakeOnLan(InterfaceName nic);

  Reading<List<PrivateFlag>> privateFlags(InterfaceName nic);

  Reading<LinkPort> port(InterfaceName nic);

  Reading<List<Counter>> statistics(InterfaceName nic);

  Reading<RegisterDump> registers(InterfaceName nic);
}
