package dev.unhang.repair.recover;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.InterfaceAddress;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkFlag;
import dev.unhang.model.net.NicSettings;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.PortState.Master;
import dev.unhang.model.setting.Tuning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what would be gone with the interface, before it is touched.
///
/// Man: ip-address(8), ip-route(8)
public final class PortSnapshot {
  private static final Duration ROUTES_WITHIN = Duration.ofSeconds(5);

  /// What `ip route show` says of a route's state, and `ip route add` does not take.
  private static final List<String> STATE_WORDS = List.of("linkdown", "dead", "offload", "trap");

  private PortSnapshot() {}

  /// Throws CannotChange where it is no PCI device with a driver.
  public static PortState take(HostView host, NicFacts nic) {
    InterfaceName name = nic.name();
    Link link =
        nic.seen()
            .link()
            .known()
            .orElseThrow(() -> notRead(name, nic.seen().link().whyNot().orElse("not read")));
    Optional<Master> master = master(host, link);
    Optional<Offloads> offloads = nic.offloads().known();
    return new PortState(
        name,
        nic.pci().orElseThrow(() -> notRead(name, "it has no PCI device")),
        nic.driverName().orElseThrow(() -> notRead(name, "which driver it has was not read")),
        link.state().flags().contains(LinkFlag.UP),
        link.state().mtu(),
        master,
        features(offloads, true),
        features(offloads, false),
        tunings(nic.seen().settings()),
        WakeLetters.of(nic.seen().settings().wakeOnLan()),
        Sysctls.of(host, name),
        commands(host, nic, master));
  }

  private static CannotChange notRead(InterfaceName nic, String why) {
    return new CannotChange("recover", nic.value(), why, "see: unhang nics " + nic);
  }

  /// What a link is a port of.
  public static Optional<Master> master(HostView host, Link link) {
    return host.kernel().master(link).map(each -> new Master(each.name(), each.stacking().kind()));
  }

  private static List<String> features(Optional<Offloads> offloads, boolean on) {
    return offloads.map(Offloads::all).orElse(List.of()).stream()
        .filter(each -> each.changeable() && each.active() == on)
        .map(Offload::name)
        .toList();
  }

  private static List<Tuning> tunings(NicSettings settings) {
    List<Tuning> all = new ArrayList<>();
    settings.eee().known().ifPresent(eee -> all.add(new Tuning.EnergyEfficiency(eee.enabled())));
    settings.pause().known().ifPresent(pause -> all.add(new Tuning.FlowControl(pause)));
    settings
        .rings()
        .known()
        .ifPresent(rings -> {
          rings.rx().ifPresent(length -> all.add(new Tuning.RingLength("rx", length)));
          rings.tx().ifPresent(length -> all.add(new Tuning.RingLength("tx", length)));
        });
    for (Parameter parameter : settings.coalescing().known().orElse(List.of())) {
      all.add(new Tuning.Coalescing(parameter));
    }
    settings
        .privateFlags()
        .known()
        .orElse(List.of())
        .forEach(flag -> all.add(new Tuning.DriverFlag(flag)));
    return all;
  }

  private static List<List<String>> commands(HostView host, NicFacts nic, Optional<Master> master) {
    String name = nic.name().value();
    List<List<String>> commands = new ArrayList<>(BridgePort.commands(host, nic.name()));
    if (master.filter(Master::fetchesItsPorts).isPresent()) {
      commands.addAll(SwitchPort.commands(host, nic.name()));
    }
    for (InterfaceAddress address : nic.seen().addresses().known().orElse(List.of())) {
      if (!address.scope().equals("link")) {
        commands.add(List.of("ip", "address", "replace", address.toString(), "dev", name));
      }
    }
    for (String family : List.of("-4", "-6")) {
      for (String route : routes(host, family, name)) {
        List<String> words = new ArrayList<>(List.of("ip", family, "route", "replace"));
        words.addAll(List.of(route.split(" +")));
        words.removeIf(STATE_WORDS::contains);
        words.addAll(List.of("dev", name));
        commands.add(words);
      }
    }
    return commands;
  }

  /// Those that the kernel made by itself come back with the addresses.
  private static List<String> routes(HostView host, String family, String nic) {
    return host.command(
            new Command(List.of("ip", family, "route", "show", "dev", nic), ROUTES_WITHIN))
        .known()
        .filter(output -> output.exit() == 0)
        .map(output -> output.out())
        .map(Content::utf8)
        .orElse("")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.contains("proto kernel"))
        .toList();
  }
}
