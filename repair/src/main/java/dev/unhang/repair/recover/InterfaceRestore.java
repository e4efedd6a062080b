package dev.unhang.repair.recover;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.host.KernelQuestion.WakeOnLanOf;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkFlag;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.PortState.Master;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.execute.Entered;
import dev.unhang.repair.proof.TuningNow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives an interface back what it had: only what it lacks is ordered, so that it can be done again
/// after a crash. Guests are not touched.
final class InterfaceRestore {
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration FETCHED_WITHIN = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final HostPath DEVICES = new HostPath("/sys/bus/pci/devices");
  private static final HostPath DRIVERS = new HostPath("/sys/bus/pci/drivers");

  private final RecoveryContext context;
  private final Entered entered;

  /// @param entered the recovery that took it away
  InterfaceRestore(RecoveryContext context, Entered entered) {
    this.context = context;
    this.entered = entered;
  }

  /// Puts everything back that can be.
  ///
  /// @return what could not be, each with its reason
  List<String> all(PortState port) {
    List<String> left = new ArrayList<>();
    bind(port);
    Link now = link(port.nic());
    port.mtu()
        .filter(mtu -> !now.state().mtu().equals(Optional.of(mtu)))
        .ifPresent(mtu -> attempt(left, new KernelOrder.SetMtu(port.nic(), mtu)));
    features(port, left);
    tunings(port, left);
    wakeOnLan(port, left);
    for (String setting : Sysctls.missing(context.view(), port.sysctls())) {
      attempt(left, () -> entered.run(new Command(List.of("sysctl", "-q", "-w", setting), WITHIN)));
    }
    if (!port.isSlave() && port.up() && !now.state().flags().contains(LinkFlag.UP)) {
      attempt(left, new KernelOrder.SetUp(port.nic(), true));
    }
    master(port, now, left);
    for (List<String> command : port.commands()) {
      attempt(left, () -> entered.run(new Command(command, WITHIN)));
    }
    return left;
  }

  /// A rebind that was interrupted leaves the device without a driver, a rescan leaves the bus
  /// without the device.
  private void bind(PortState port) {
    HostPath vendor = DEVICES.resolve(port.device().value()).resolve("vendor");
    if (context.view().attributes(vendor).known().isEmpty()) {
      entered.order(new KernelOrder.RescanBus());
    }
    HostPath bound = DRIVERS.resolve(port.driver()).resolve(port.device().value());
    if (context.view().link(bound).known().isEmpty()
        && context.view().attributes(bound).known().isEmpty()) {
      entered.order(new KernelOrder.Bind(port.device(), port.driver(), true));
    }
    context.awaitInterface(port.device(), port.nic());
  }

  private void features(PortState port, List<String> left) {
    Optional<Offloads> now = context.view().kernel().ask(new OffloadsOf(port.nic())).known();
    if (now.isEmpty()) {
      return;
    }
    // What others need comes on before them, and goes off after them.
    switched(port, other(now.get(), port.on(), true), true, left);
    switched(port, other(now.get(), port.off(), false), false, left);
  }

  private void switched(PortState port, List<String> features, boolean on, List<String> left) {
    if (!features.isEmpty()) {
      attempt(left, new KernelOrder.SetFeatures(port.nic(), features, on));
    }
  }

  private static List<String> other(Offloads now, List<String> names, boolean wanted) {
    return names.stream()
        .filter(name -> now.named(name).map(Offload::active).filter(on -> on != wanted).isPresent())
        .toList();
  }

  private void tunings(PortState port, List<String> left) {
    for (Tuning tuning : port.tunings()) {
      Optional<Tuning> now = TuningNow.read(context.view(), port.nic(), tuning).known();
      if (now.isPresent() && !now.get().equals(tuning)) {
        attempt(left, new KernelOrder.Tune(port.nic(), tuning));
      }
    }
  }

  /// A driver that is rebound takes what the firmware has set.
  private void wakeOnLan(PortState port, List<String> left) {
    Optional<String> now = WakeLetters.of(context.view().kernel().ask(new WakeOnLanOf(port.nic())));
    port.wakeOnLan()
        .filter(letters -> now.isPresent() && !now.get().equals(letters))
        .map(letters -> List.of("ethtool", "-s", port.nic().value(), "wol", letters))
        .ifPresent(argv -> attempt(left, () -> entered.run(new Command(argv, WITHIN))));
  }

  /// A bond takes a slave only while it is down, and sets it up itself.
  private void master(PortState port, Link now, List<String> left) {
    if (port.master().isEmpty() || isPortOf(now, port.master().get())) {
      return;
    }
    Master master = port.master().get();
    if (master.fetchesItsPorts()) {
      fetched(port, master, left);
      return;
    }
    if (master.isBond()) {
      attempt(left, new KernelOrder.SetUp(port.nic(), false));
    }
    attempt(left, new KernelOrder.SetMaster(port.nic(), Optional.of(master.name())));
  }

  /// Open vSwitch keeps its ports, with their VLANs, in a database of its own, by their names; the
  /// kernel lets only its daemon add one.
  ///
  /// Man: ovs-vswitchd(8); ovs-vswitchd.conf.db(5), "Interface"
  private void fetched(PortState port, Master master, List<String> left) {
    Duration end = context.clocks().monotonic().plus(FETCHED_WITHIN);
    while (!isPortOf(link(port.nic()), master)) {
      if (context.clocks().monotonic().compareTo(end) >= 0) {
        left.add(
            port.nic()
                + " is no port of Open vSwitch again after "
                + FETCHED_WITHIN.toSeconds()
                + " s: see whether ovs-vswitchd runs, and 'ovs-vsctl show'");
        return;
      }
      context.clocks().pause(LOOK_EVERY);
    }
  }

  private boolean isPortOf(Link link, Master master) {
    return context
        .view()
        .kernel()
        .master(link)
        .filter(each -> each.name().equals(master.name()))
        .isPresent();
  }

  private Link link(InterfaceName nic) {
    return context.view().kernel().ask(new Links()).known().orElse(List.of()).stream()
        .filter(each -> each.name().equals(nic))
        .findFirst()
        .orElseThrow(
            () -> new CannotChange("restore", nic.value(), "it is not there", "see 'ip link'"));
  }

  private void attempt(List<String> left, KernelOrder order) {
    attempt(left, () -> entered.order(order));
  }

  private static void attempt(List<String> left, Runnable work) {
    try {
      work.run();
    } catch (UnhangException refused) {
      left.add(String.valueOf(refused.getMessage()));
    }
  }
}
