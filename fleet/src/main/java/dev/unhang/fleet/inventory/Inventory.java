package dev.unhang.fleet.inventory;

import dev.unhang.model.evidence.Trouble;
import java.util.List;

/// The hosts that were named.
///
/// @param hosts in the order they were named, each once
/// @param leftOut hosts that are named and can't be reached by ssh, with the reason
/// @param notUsed what else the inventory says that is not used, each variable once
public record Inventory(List<FleetHost> hosts, List<Trouble> leftOut, List<Trouble> notUsed) {
  /// More than any inventory has that a person keeps.
  public static final int MAX_HOSTS = 1_000_000;

  public Inventory {
    hosts = List.copyOf(hosts);
    leftOut = List.copyOf(leftOut);
    notUsed = List.copyOf(notUsed);
  }
}
