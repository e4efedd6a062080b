package dev.unhang.config.boot;

import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Who sets interfaces up at boot from files that unhang does not read: wicked, netctl, ConnMan,
/// netifrc, NixOS. They are named, so that what they may do is never held to be nothing.
///
/// Man: ifcfg(5), wicked(8); netctl.profile(5), "ExecUpPost"; connman.conf(5). netifrc:
/// doc/net.example.Linux.in, "ethtool"
public final class OtherSetups {
  private static final String LOOPBACK = "lo";
  private static final HostPath NETCTL = new HostPath("/etc/netctl");

  /// What netctl's package itself puts into its folder.
  private static final Set<String> NETCTL_OWN = Set.of("examples", "hooks", "interfaces");

  private static final List<HostPath> CONNMAN =
      List.of(new HostPath("/etc/connman"), new HostPath("/var/lib/connman"));
  private static final HostPath NETIFRC = new HostPath("/etc/conf.d/net");
  private static final HostPath NIXOS = new HostPath("/etc/NIXOS");

  private OtherSetups() {}

  /// What may make bridges, bonds and VLANs at boot and was not read.
  public static List<Trouble> unread(HostView host) {
    List<Trouble> unread = switchers(host, interfaceName -> !interfaceName.equals(LOOPBACK));
    connman(host).ifPresent(unread::add);
    there(host, NIXOS, "NixOS' configuration of interfaces is not read").ifPresent(unread::add);
    return unread;
  }

  /// What may switch offloads of a NIC at boot and was not read. ConnMan knows no offloads, and
  /// what NixOS does it does by link files and units, which are read.
  static List<Trouble> unread(HostView host, LinkIdentity nic) {
    return switchers(host, nic::isCalled);
  }

  private static List<Trouble> switchers(HostView host, Predicate<String> counts) {
    List<Trouble> unread = new ArrayList<>(Wicked.unread(host, counts));
    netctl(host).ifPresent(unread::add);
    there(host, NETIFRC, "netifrc's configuration of interfaces is not read")
        .ifPresent(unread::add);
    return unread;
  }

  /// Profiles count where one is started at boot, or where it is not known what is started.
  private static Optional<Trouble> netctl(HostView host) {
    Reading<List<String>> names = host.list(NETCTL);
    boolean any =
        names.known().orElse(List.of()).stream().anyMatch(name -> !NETCTL_OWN.contains(name));
    boolean isStarted =
        EnabledUnits.read(host)
            .map(units -> units.stream().anyMatch(unit -> unit.startsWith("netctl")))
            .orElse(true);
    return (any || isDenied(names)) && isStarted
        ? Optional.of(trouble(NETCTL, "netctl's profiles are not read"))
        : Optional.empty();
  }

  private static Optional<Trouble> connman(HostView host) {
    boolean isStarted =
        EnabledUnits.read(host).map(units -> units.contains("connman.service")).orElse(true);
    return CONNMAN.stream()
        .filter(path -> isStarted && isThere(host, path))
        .findFirst()
        .map(path -> trouble(path, "ConnMan's configuration is not read"));
  }

  private static Optional<Trouble> there(HostView host, HostPath path, String why) {
    return isThere(host, path) ? Optional.of(trouble(path, why)) : Optional.empty();
  }

  private static boolean isThere(HostView host, HostPath path) {
    return host.attributes(path).known().isPresent();
  }

  static boolean isDenied(Reading<?> reading) {
    return reading instanceof Reading.Absent<?> absent && absent.why() == WhyAbsent.DENIED;
  }

  static Trouble trouble(HostPath path, String why) {
    return new Trouble(new Place.Whole(new Origin(path.value())), why);
  }
}
