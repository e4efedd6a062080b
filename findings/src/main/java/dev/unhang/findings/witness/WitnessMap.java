package dev.unhang.findings.witness;

import dev.unhang.model.topology.Topology;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which targets sit on whom.
public final class WitnessMap {
  private final Map<String, Topology> hosts = new LinkedHashMap<>();
  private final Map<String, WitnessTarget> targets = new LinkedHashMap<>();

  /// @param hosts each by a name of its own
  /// @param targets each by a name of its own, seated on these hosts or nowhere
  public WitnessMap(List<HostMap> hosts, List<WitnessTarget> targets) {
    for (HostMap each : hosts) {
      if (this.hosts.put(each.host(), each.topology()) != null) {
        throw new IllegalArgumentException("two maps of " + each.host());
      }
    }
    for (WitnessTarget each : targets) {
      boolean known = each.seat().map(this::has).orElse(true);
      if (!known || this.targets.put(each.name(), each) != null) {
        throw new IllegalArgumentException("two targets, or no seat: " + each.name());
      }
    }
  }

  private boolean has(TargetLocation seat) {
    Topology topology = hosts.get(seat.host());
    return topology != null && topology.element(seat.element()).isPresent();
  }

  /// All of them, in the order given.
  public List<WitnessTarget> targets() {
    return List.copyOf(targets.values());
  }

  /// Where a target sits; empty where no map has it.
  Optional<TargetLocation> seat(String target) {
    return Optional.ofNullable(targets.get(target)).flatMap(WitnessTarget::seat);
  }

  /// The map of a host that a seat names.
  Topology topology(String host) {
    Topology topology = hosts.get(host);
    if (topology == null) {
      throw new IllegalArgumentException("no map of " + host);
    }
    return topology;
  }
}
