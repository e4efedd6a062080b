package dev.unhang.hosts.topology;

import dev.unhang.config.boot.OtherSetups;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostView;
import java.util.List;

/// What else than interfaces(5) makes interfaces at boot, of a host that doesn't run: netplan,
/// NetworkManager, networkd, Red Hat's network scripts. What is there and isn't read is named.
final class OtherConfigurations {
  private OtherConfigurations() {}

  static void add(HostView host, Parts parts) {
    NetplanLinks.add(host, parts);
    ProfileLinks.add(host, parts);
    NetworkdLinks.add(host, parts);
    IfcfgLinks.add(host, parts);
    OtherSetups.unread(host).forEach(parts::addUnread);
  }

  /// Of a kind of files of which some were read, those that were not are a gap; where none is
  /// there, no program uses them.
  static void gaps(List<Trouble> troubles, boolean anyRead, Parts parts) {
    boolean denied = troubles.stream().anyMatch(each -> each.what().contains("denied"));
    if (anyRead || denied) {
      troubles.forEach(parts::addUnread);
    }
  }
}
