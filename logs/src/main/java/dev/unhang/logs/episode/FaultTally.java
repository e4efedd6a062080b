package dev.unhang.logs.episode;

import dev.unhang.logs.message.NicNames;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LoggedNic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts what else goes wrong with NICs, by boot, NIC and fault.
final class FaultTally {
  /// A host has few NICs, and a boot few kinds of fault.
  private static final int MAX = 10_000;

  private record Key(LoggedNic nic, Fault fault) {}

  private final Map<Key, FaultLines> ofThisBoot = new LinkedHashMap<>();
  private final List<FaultLines> closed = new ArrayList<>();
  private final List<FaultLines> strays = new ArrayList<>();

  void add(KernelEvent event, LoggedNic nic, Fault fault) {
    Key key = new Key(nic, fault);
    if (ofThisBoot.size() + closed.size() + strays.size() < MAX || ofThisBoot.containsKey(key)) {
      ofThisBoot.merge(key, begun(event, key), (so_far, one) -> more(so_far, event));
    }
  }

  private static FaultLines begun(KernelEvent event, Key key) {
    return new FaultLines(
        event.boot(),
        key.nic(),
        key.fault(),
        1,
        event.at(),
        event.at(),
        event.place(),
        event.text());
  }

  private static FaultLines more(FaultLines lines, KernelEvent event) {
    return new FaultLines(
        lines.boot(),
        lines.nic(),
        lines.fault(),
        lines.lines() + 1,
        lines.first(),
        event.at(),
        lines.place(),
        lines.text());
  }

  /// The boot's log ends. The IOMMU names devices by address alone: only those count that a network
  /// driver has named too.
  void bootEnds(NicNames names) {
    for (FaultLines lines : ofThisBoot.values()) {
      boolean named = lines.nic().driver().or(lines.nic()::interfaceName).isPresent();
      if (named || names.knows(lines.nic())) {
        closed.add(lines.named(names.completed(lines.nic())));
      } else {
        strays.add(lines);
      }
    }
    ofThisBoot.clear();
  }

  List<FaultLines> all() {
    return List.copyOf(closed);
  }

  /// Those that nothing in the log says to be a NIC's.
  List<FaultLines> strays() {
    return List.copyOf(strays);
  }
}
