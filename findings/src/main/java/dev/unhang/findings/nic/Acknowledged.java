package dev.unhang.findings.nic;

import dev.unhang.model.change.Change;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.plan.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Hangs that `unhang ack` says are dealt with: they are counted, and nothing is said of them. A
/// hang of which no wall time was read can't be told from one that came later, so it stays.
public final class Acknowledged {
  private Acknowledged() {}

  /// Those of a host.
  public static List<Episode> of(HostFacts host) {
    return host.episodes().stream().filter(episode -> isDealtWith(host, episode)).toList();
  }

  private static boolean isDealtWith(HostFacts host, Episode episode) {
    Optional<Instant> last = episode.last().wall();
    return last.isPresent()
        && host.changes().stream()
            .filter(change -> change.state() == Change.State.DONE)
            .filter(change -> change.actions().stream().anyMatch(Acknowledged::says))
            .filter(change -> isOf(change, episode.nic()))
            .anyMatch(change -> !last.get().isAfter(change.begun()));
  }

  private static boolean says(Action action) {
    return action instanceof Action.AcknowledgeHangs hangs && hangs.dealtWith();
  }

  private static boolean isOf(Change change, LoggedNic nic) {
    return change.pci().isPresent() && nic.pci().isPresent()
        ? change.pci().equals(nic.pci())
        : nic.interfaceName().equals(Optional.of(change.nic().value()));
  }
}
