package dev.unhang.logs.episode;

import dev.unhang.logs.message.NicNames;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.KernelEvent.FaultReported;
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

  void add(FaultReported report) {
    Key key = new Key(report.nic(), report.fault());
    if (ofThisBoot.size() + closed.size() < MAX || ofThisBoot.containsKey(key)) {
      ofThisBoot.merge(key, begun(report), (so_far, one) -> more(so_far, report));
    }
  }

  private static FaultLines begun(FaultReported report) {
    return new FaultLines(
        report.boot(),
        report.nic(),
        report.fault(),
        1,
        report.at(),
        report.at(),
        report.place(),
        report.text());
  }

  private static FaultLines more(FaultLines lines, FaultReported report) {
    return new FaultLines(
        lines.boot(),
        lines.nic(),
        lines.fault(),
        lines.lines() + 1,
        lines.first(),
        report.at(),
        lines.place(),
        lines.text());
  }

  /// The boot's log ends. The IOMMU names devices by address alone: only those count that a network
  /// driver has named too.
  void bootEnds(NicNames names) {
    for (FaultLines lines : ofThisBoot.values()) {
      if (lines.nic().driver().isPresent() || names.knows(lines.nic())) {
        closed.add(
            new FaultLines(
                lines.boot(),
                names.completed(lines.nic()),
                lines.fault(),
                lines.lines(),
                lines.first(),
                lines.last(),
                lines.place(),
                lines.text()));
      }
    }
    ofThisBoot.clear();
  }

  List<FaultLines> all() {
    return List.copyOf(closed);
  }
}
