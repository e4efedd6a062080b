package dev.unhang.app.watching;

import dev.unhang.app.screen.OutageWords;
import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.host.HostView;
import dev.unhang.model.topology.Outage;
import dev.unhang.watch.machine.Account;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What goes dark with a NIC, for the alert: as it was when its hang was first told of, since a
/// step may take the NIC out of its bridge.
final class DarkWith {
  private final HostView host;
  private final Map<String, Known> byNic = new HashMap<>();

  /// Of an episode.
  private record Known(String episode, List<String> lines) {}

  DarkWith(HostView host) {
    this.host = host;
  }

  /// The account with that among its notes.
  synchronized Account add(Account account) {
    Known known = byNic.get(account.key());
    if (known == null || !known.episode().equals(account.id())) {
      known =
          new Known(
              account.id(), OutageWords.lines(Outage.of(TopologyReader.read(host), account.nic())));
      byNic.put(account.key(), known);
    }
    return account.noting(known.lines());
  }
}
