package dev.unhang.hosts.topology;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.List;
import java.util.Map;

/// What else than interfaces(5) makes interfaces at boot, of a host that doesn't run: netplan,
/// NetworkManager, networkd, Red Hat's network scripts. What is there and isn't read is named.
final class OtherConfigurations {
  /// Makers of interfaces whose files are not read here, by a path that tells of them.
  private static final Map<String, String> NOT_READ =
      Map.of(
          "/etc/wicked", "wicked's configuration of interfaces is not read",
          "/etc/NIXOS", "NixOS' configuration of interfaces is not read",
          "/etc/conf.d/net", "netifrc's configuration of interfaces is not read",
          "/etc/netctl", "netctl's profiles are not read",
          "/etc/connman", "ConnMan's configuration is not read");

  private OtherConfigurations() {}

  static void add(HostView host, Parts parts) {
    NetplanLinks.add(host, parts);
    ProfileLinks.add(host, parts);
    NetworkdLinks.add(host, parts);
    IfcfgLinks.add(host, parts);
    NOT_READ.forEach((path, why) -> {
      if (host.attributes(new HostPath(path)).known().isPresent()) {
        parts.addUnread(new Trouble(new Place.Whole(new Origin(path)), why));
      }
    });
  }

  /// Of a kind of files of which some were read, those that were not are a gap; where none is
  /// there, nobody uses them.
  static void gaps(List<Trouble> troubles, boolean anyRead, Parts parts) {
    boolean denied = troubles.stream().anyMatch(each -> each.what().contains("denied"));
    if (anyRead || denied) {
      troubles.forEach(parts::addUnread);
    }
  }
}
