package dev.unhang.config.boot;

import dev.unhang.config.interfaces.Ifupdown;
import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.config.interfaces.Networking;
import dev.unhang.config.lines.RawLines;
import dev.unhang.config.shell.Assignment;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.SourceId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// /etc/network/interfaces with all it includes, and who reads it at boot.
///
/// Man: interfaces(5)
public final class InterfacesSource {
  /// This source's name.
  public static final SourceId ID = new SourceId("interfaces-file");

  /// The file ifupdown begins with.
  public static final HostPath MAIN = new HostPath("/etc/network/interfaces");

  /// Where Proxmox VE's GUI and its pinning tool write; moved over the file at the next boot.
  public static final HostPath PENDING = new HostPath("/etc/network/interfaces.new");

  /// Variables of networking.service.
  ///
  /// ifupdown, ifupdown2: /etc/default/networking
  private static final HostPath DEFAULTS = new HostPath("/etc/default/networking");

  private InterfacesSource() {}

  /// The files in the order the program reads them that is installed.
  public static Reading<Interfaces> read(HostView host) {
    return read(host, MAIN);
  }

  /// The files as they will be once the one that waits has taken the main one's place.
  public static Reading<Interfaces> pending(HostView host) {
    return read(host, PENDING);
  }

  private static Reading<Interfaces> read(HostView host, HostPath main) {
    Reading<Content> content = host.read(main);
    if (content.known().isEmpty()) {
      return content.map(none -> new Interfaces(List.of(), List.of()));
    }
    return new Reading.Read<>(
        new InterfacesReader(host, ifupdown(host)).read(main, content.known().get()),
        new Origin(main.value()));
  }

  /// Which ifupdown is installed. Debian's ifupdown-ng stands beside another one unless the script
  /// is there that networking.service runs.
  public static Ifupdown ifupdown(HostView host) {
    if (exists(host, "/usr/share/ifupdown2")) {
      return Ifupdown.IFUPDOWN2;
    }
    if (exists(host, "/usr/share/ifupdown-ng/sbin/networking")) {
      return Ifupdown.NG;
    }
    return exists(host, "/usr/sbin/ifup") || exists(host, "/sbin/ifup")
        ? Ifupdown.CLASSIC
        : Ifupdown.NONE;
  }

  /// What brings interfaces up at boot by these files, and what it was told to leave alone.
  public static Networking networking(HostView host) {
    RawLines defaults =
        host.read(DEFAULTS).known().map(RawLines::of).orElse(RawLines.of(Content.of("")));
    Optional<Assignment> configure = Assignment.last(defaults, "CONFIGURE_INTERFACES");
    Optional<Assignment> exclude = Assignment.last(defaults, "EXCLUDE_INTERFACES");
    Optional<String> toldNot =
        configure
            .filter(line -> line.value().equals("no"))
            .map(line -> DEFAULTS + ":" + (line.index() + 1) + " says CONFIGURE_INTERFACES=no")
            .or(() ->
                exclude
                    .filter(line -> !line.isPlain())
                    .map(line ->
                        DEFAULTS
                            + ":"
                            + (line.index() + 1)
                            + " may keep ifup from any interface: "
                            + line.value()));
    List<String> excluded =
        exclude.filter(Assignment::isPlain).map(Assignment::value).stream()
            .flatMap(value -> Arrays.stream(value.strip().split("\\s+")))
            .filter(word -> !word.isEmpty())
            .toList();
    return new Networking(ifupdown(host), networkingIsEnabled(host), excluded, toldNot);
  }

  /// Why ifup runs no hook for an interface; empty where it does.
  public static Optional<String> noHooks(HostView host, String nic) {
    return read(host)
        .known()
        .flatMap(interfaces -> OffloadSettings.noHooks(interfaces, nic, ifupdown(host)));
  }

  /// Whether networking.service is started at boot.
  ///
  /// Man: systemctl(1), "enable": it makes links below `*.wants` folders; "mask"
  private static boolean networkingIsEnabled(HostView host) {
    boolean masked =
        host.link(new HostPath("/etc/systemd/system/networking.service"))
            .known()
            .filter("/dev/null"::equals)
            .isPresent();
    return !masked
        && List.of("multi-user", "network-online", "network", "sysinit", "basic").stream()
            .anyMatch(target ->
                exists(host, "/etc/systemd/system/" + target + ".target.wants/networking.service"));
  }

  private static boolean exists(HostView host, String path) {
    return host.attributes(new HostPath(path)).known().isPresent();
  }
}
