package dev.unhang.linux;

import dev.unhang.linux.ethtool.FeaturesSet;
import dev.unhang.linux.ethtool.SettingsSet;
import dev.unhang.linux.ioctl.RestartNegotiation;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.rtnetlink.LinkDump;
import dev.unhang.linux.rtnetlink.LinkSet;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.ShellWord;
import dev.unhang.model.net.Link;
import dev.unhang.model.setting.Tuning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Gives the kernel one order: by netlink, by ioctl, or by a file below /sys.
final class LiveOrders {
  private static final Path PCI = Path.of("/sys/bus/pci");

  private final KernelSockets wires;

  LiveOrders(KernelSockets wires) {
    this.wires = wires;
  }

  /// Returns once the kernel has accepted it.
  void give(KernelOrder order) throws KernelFailure {
    switch (order) {
      case KernelOrder.SetFeatures set -> features(set);
      case KernelOrder.Tune tune -> tune(tune);
      case KernelOrder.RestartNegotiation restart ->
          RestartNegotiation.order(wires.ioctl(), restart.nic());
      case KernelOrder.SetUp set -> LinkSet.up(wires.route(), set.nic(), set.up());
      case KernelOrder.SetMtu set -> LinkSet.mtu(wires.route(), set.nic(), set.bytes());
      case KernelOrder.SetMaster set ->
          LinkSet.master(wires.route(), set.nic(), index(set.master()));
      case KernelOrder.Bind bind ->
          write(
              order,
              PCI.resolve("drivers")
                  .resolve(bind.driver())
                  .resolve(bind.bound() ? "bind" : "unbind"),
              bind.device().value());
      case KernelOrder.RemoveFunction remove ->
          write(order, function(remove.device()).resolve("remove"), "1");
      case KernelOrder.RescanBus rescan -> write(order, PCI.resolve("rescan"), "1");
    }
  }

  private void features(KernelOrder.SetFeatures set) throws KernelFailure {
    FeaturesSet.Outcome outcome = FeaturesSet.order(wires.ethtool(), set);
    if (!outcome.refused().isEmpty()) {
      throw new CannotChange(
          set.what(),
          set.where(),
          "the kernel accepted the order and did not grant " + outcome.refused(),
          "'unhang features "
              + ShellWord.operand(set.nic().value())
              + "' shows what is fixed and what another holds back");
    }
  }

  private void tune(KernelOrder.Tune tune) throws KernelFailure {
    InterfaceName nic = tune.nic();
    switch (tune.tuning()) {
      case Tuning.Offload group ->
          throw new IllegalArgumentException("offloads are switched by their features: " + group);
      case Tuning.EnergyEfficiency eee -> SettingsSet.eee(wires.ethtool(), nic, eee.on());
      case Tuning.FlowControl flow -> SettingsSet.pause(wires.ethtool(), nic, flow.pause());
      case Tuning.RingLength ring ->
          SettingsSet.ring(wires.ethtool(), nic, ring.direction(), ring.descriptors());
      case Tuning.Coalescing held -> SettingsSet.coalescing(wires.ethtool(), nic, held.parameter());
      case Tuning.DriverFlag own -> SettingsSet.privateFlag(wires.ethtool(), nic, own.flag());
      case Tuning.Aspm aspm -> write(tune, Path.of(aspm.file()), aspm.value());
    }
  }

  private int index(Optional<InterfaceName> master) throws KernelFailure {
    if (master.isEmpty()) {
      return 0;
    }
    for (Link link : LinkDump.ask(wires.route())) {
      if (link.name().equals(master.get())) {
        return link.index();
      }
    }
    throw new CannotChange("make a port", master.get().value(), "it is not there", "see 'ip link'");
  }

  private static Path function(PciAddress device) {
    return PCI.resolve("devices").resolve(device.value());
  }

  /// The kernel's answer is that of write(2); Java tells its words.
  private static void write(KernelOrder order, Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    } catch (IOException refused) {
      throw new CannotChange(
          order.what(), order.where(), refused.toString(), "see what is at " + file);
    }
  }
}
