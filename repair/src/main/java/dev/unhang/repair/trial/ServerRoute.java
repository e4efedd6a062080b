package dev.unhang.repair.trial;

import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.Links;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.net.LinkFlag;
import dev.unhang.model.topology.Outage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The way to a server of traffic. A load proves something of a NIC only where it leaves by it.
///
/// Man: ip-route(8), "ip route get"; getent(1), "ahosts"
public final class ServerRoute {
  private static final Duration WITHIN = Duration.ofSeconds(5);

  /// `198.51.100.2 via 192.0.2.1 dev vmbr0 src 192.0.2.2 uid 0`, `local 127.0.0.1 dev lo …`
  private static final Pattern DEVICE = Pattern.compile("\\bdev (?<device>\\S{1,15})");

  private static final String LOCAL = "local ";

  /// Between an address and the interface it is meant on.
  private static final char ZONE = '%';

  private final HostView host;
  private final InterfaceName nic;

  private ServerRoute(HostView host, InterfaceName nic) {
    this.host = host;
    this.nic = nic;
  }

  /// The address of the server, to be used instead of its name. Throws CannotChange where what is
  /// sent there does not leave by the NIC, and CannotRead where that can't be told.
  ///
  /// @param server an address or a name
  public static String require(HostView host, InterfaceName nic, String server) {
    return new ServerRoute(host, nic).require(server);
  }

  private String require(String server) {
    requireUp();
    int zone = server.indexOf(ZONE);
    if (zone >= 0) {
      requireOver(server, server.substring(zone + 1));
      return server;
    }
    String address = IpAddress.parse(server).isPresent() ? server : lookedUp(server);
    String route =
        printed(List.of("ip", "-o", "route", "get", address), "find the way to " + server);
    Matcher device = DEVICE.matcher(route);
    if (route.startsWith(LOCAL)) {
      throw refused(server, "it is this host itself: nothing that is sent there leaves it");
    }
    if (!device.find()) {
      throw new CannotRead(
          "find the way to " + server, "", "ip names no interface", "see: ip route get " + address);
    }
    requireOver(server, device.group("device"));
    return address;
  }

  private void requireUp() {
    boolean isUp =
        host.kernel().ask(new Links()).known().orElse(List.of()).stream()
            .filter(link -> link.name().equals(nic))
            .anyMatch(link -> link.state().flags().contains(LinkFlag.UP));
    if (!isUp) {
      throw new CannotChange("load " + nic, "", "it is not up", "ip link set dev " + nic + " up");
    }
  }

  private void requireOver(String server, String device) {
    Set<String> ways = new HashSet<>(Set.of(nic.value()));
    Outage.of(TopologyReader.read(host), nic.value())
        .effects()
        .forEach(effect -> ways.add(effect.element().name()));
    if (!ways.contains(device)) {
      throw refused(server, "it is reached over " + device);
    }
  }

  private CannotChange refused(String server, String why) {
    return new CannotChange(
        "load " + nic + " with " + server,
        "",
        why,
        "name a server that is reached over " + nic + "; see: ip route get");
  }

  /// The address that comes first is the one that programs try first.
  private String lookedUp(String name) {
    String address =
        printed(List.of("getent", "ahosts", name), "find " + name)
            .lines()
            .findFirst()
            .map(line -> line.split("\\s", 2)[0])
            .orElse("");
    return IpAddress.parse(address)
        .map(IpAddress::toString)
        .orElseThrow(() ->
            new CannotRead("find " + name, "", "it has no address", "name the server's address"));
  }

  private String printed(List<String> argv, String what) {
    Command command = new Command(argv, WITHIN);
    Reading<CommandOutput> answer = host.command(command);
    Optional<CommandOutput> output = answer.known();
    if (output.isEmpty() || output.get().exit() != 0) {
      throw new CannotRead(
          what,
          "",
          output
              .map(said -> said.err().utf8().strip())
              .filter(words -> !words.isEmpty())
              .or(answer::whyNot)
              .orElse("no answer"),
          "see: " + command.line());
    }
    return output.map(CommandOutput::out).map(Content::utf8).orElse("").strip();
  }
}
