package dev.unhang.repair.guard;

import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.change.Change;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.HangDump;
import dev.unhang.model.plan.Action;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What guards look at, read once before the first step. What can change between two steps they ask
/// the host itself.
///
/// @param outage what hangs on the NIC
/// @param hostUses what the host does through any of its interfaces
/// @param sendsNothing whether it was seen to stand still: then a reset costs nothing that is not
///   lost already
/// @param lastReport the newest report of the hang that goes on; empty where the log shows none
/// @param history the ledger's
/// @param now wall time
public record Circumstances(
    HostView host,
    NicFacts nic,
    Outage outage,
    List<Use> hostUses,
    boolean sendsNothing,
    Optional<HangDump> lastReport,
    List<Change> history,
    Instant now) {
  public Circumstances {
    hostUses = List.copyOf(hostUses);
    history = List.copyOf(history);
  }

  /// Reads them.
  public static Circumstances read(
      HostView host, NicFacts nic, boolean sendsNothing, List<Change> history, Instant now) {
    Topology topology = TopologyReader.read(host);
    return new Circumstances(
        host,
        nic,
        Outage.of(topology, nic.name().value()),
        topology.uses(),
        sendsNothing,
        Optional.empty(),
        history,
        now);
  }

  /// The same, once it was looked at whether it sends.
  public Circumstances silent(boolean standsStill) {
    return new Circumstances(host, nic, outage, hostUses, standsStill, lastReport, history, now);
  }

  /// The same, once the kernel's log was read.
  public Circumstances reported(Optional<HangDump> report) {
    return new Circumstances(host, nic, outage, hostUses, sendsNothing, report, history, now);
  }

  /// Whether the host uses it, or what sits on it, for something.
  public boolean isFor(Use.Kind kind) {
    return outage.uses().stream().anyMatch(use -> use.kind() == kind);
  }

  /// How many resets of the NIC were begun within a time. A NIC without a PCI address is known by
  /// its name.
  public long resetsWithin(Duration span) {
    Instant since = now.minus(span);
    return history.stream()
        .filter(change -> change.begun().isAfter(since))
        .flatMap(change -> change.actions().stream())
        .filter(action -> action instanceof Action.Recover recover && isOf(recover))
        .count();
  }

  private boolean isOf(Action.Recover recover) {
    return nic.pci()
        .map(recover.port().device()::equals)
        .orElse(recover.port().nic().equals(nic.name()));
  }
}
