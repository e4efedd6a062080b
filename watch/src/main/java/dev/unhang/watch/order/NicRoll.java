package dev.unhang.watch.order;

import dev.unhang.hosts.survey.Nics;
import dev.unhang.hosts.topology.TopologyReader;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostView;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import dev.unhang.watch.sense.WatchedNic;
import java.util.List;

/// Which NICs a host has, and which of them the cluster's nodes talk over.
public final class NicRoll {
  private NicRoll() {}

  /// All of them, by name.
  public static List<WatchedNic> read(HostView host) {
    Topology topology = TopologyReader.read(host);
    return Nics.read(host).stream().map(nic -> watched(nic, topology)).toList();
  }

  private static WatchedNic watched(NicFacts nic, Topology topology) {
    boolean carries =
        Outage.of(topology, nic.name().value()).uses().stream()
            .anyMatch(use -> use.kind() == Use.Kind.CLUSTER);
    return new WatchedNic(nic.name(), nic.pci(), nic.driverName(), carries);
  }
}
