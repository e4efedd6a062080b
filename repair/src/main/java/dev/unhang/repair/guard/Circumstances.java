package dev.unhang.repair.guard;

import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.change.Change;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Action;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What guards look at, read once before the first step.
///
/// @param outage what hangs on the NIC
/// @param sendsNothing whether it was seen to stand still: then a reset costs nothing that is not
///   lost already
/// @param history the ledger's
/// @param now wall time
public record Circumstances(
    HostView host,
    NicFacts nic,
    Outage outage,
    boolean sendsNothing,
    List<Change> history,
    Instant now) {
  public Circumstances {
    history = List.copyOf(history);
  }

  /// Reads them.
  public static Circumstances read(
      HostView host, NicFacts nic, boolean sendsNothing, List<Change> history, Instant now) {
    Outage outage = Outage.of(TopologyReader.read(host), nic.name().value());
    return new Circumstances(host, nic, outage, sendsNothing, history, now);
  }

  /// The same, once it was looked at whether it sends.
  public Circumstances silent(boolean standsStill) {
    return new Circumstances(host, nic, outage, standsStill, history, now);
  }

  /// Whether the host uses it, or what sits on it, for something.
  public boolean isFor(Use.Kind kind) {
    return outage.uses().stream().anyMatch(use -> use.kind() == kind);
  }

  /// How many resets of the NIC were begun within a time.
  public long resetsWithin(Duration span) {
    Instant since = now.minus(span);
    return history.stream()
        .filter(change -> change.begun().isAfter(since))
        .flatMap(change -> change.actions().stream())
        .filter(action ->
            action instanceof Action.Recover recover
                && nic.pci().filter(recover.port().device()::equals).isPresent())
        .count();
  }
}
