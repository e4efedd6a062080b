package dev.unhang.fleet.summary;

import dev.unhang.findings.rate.Rate;
import dev.unhang.fleet.scan.HostResult;
import dev.unhang.fleet.scan.HostState;
import dev.unhang.fleet.scan.NotKnown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A fleet as a whole: how many hang, which kinds how often, what separates them, and who is like
/// those that hang and has not yet.
///
/// @param unknown how many hosts are not known, by the reason
/// @param kinds the highest rate first
/// @param differences the least likely to be chance first
/// @param atRisk those like the highest rate first
public record FleetSummary(
    int hung,
    int lost,
    int clean,
    int notKnown,
    Map<NotKnown, Integer> unknown,
    List<KindRate> kinds,
    List<FleetDifference> differences,
    List<HostAtRisk> atRisk) {
  private static final double SECONDS_A_DAY = 86_400;

  public FleetSummary {
    unknown = Map.copyOf(unknown);
    kinds = List.copyOf(kinds);
    differences = List.copyOf(differences);
    atRisk = List.copyOf(atRisk);
  }

  /// Of all results. Hosts that are not known count as such, and nowhere else; so do those that
  /// lost a NIC, whose rate of hangs says nothing.
  public static FleetSummary of(List<HostResult> results) {
    List<HostResult> known =
        results.stream()
            .filter(host -> host.state() == HostState.HUNG || host.state() == HostState.CLEAN)
            .toList();
    Map<NotKnown, Integer> unknown = new EnumMap<>(NotKnown.class);
    results.forEach(
        host -> host.reason().ifPresent(reason -> unknown.merge(reason, 1, Integer::sum)));
    int hung = count(known, HostState.HUNG);
    Map<HostKind, List<HostResult>> byKind = new LinkedHashMap<>();
    known.forEach(
        host -> byKind.computeIfAbsent(HostKind.of(host), key -> new ArrayList<>()).add(host));
    List<KindRate> kinds = new ArrayList<>();
    byKind.forEach((kind, hosts) -> kinds.add(rate(kind, hosts)));
    kinds.sort(Comparator.comparingDouble(FleetSummary::order).reversed());
    List<HostAtRisk> atRisk = new ArrayList<>();
    for (KindRate kind : kinds) {
      if (kind.hung() > 0 && kind.kind().isTold()) {
        byKind.getOrDefault(kind.kind(), List.of()).stream()
            .filter(host -> host.state() == HostState.CLEAN)
            .forEach(host -> atRisk.add(new HostAtRisk(host.name(), kind)));
      }
    }
    return new FleetSummary(
        hung,
        count(results, HostState.LOST),
        known.size() - hung,
        count(results, HostState.NOT_KNOWN),
        unknown,
        kinds,
        FleetDifferences.of(known),
        atRisk);
  }

  private static int count(List<HostResult> hosts, HostState state) {
    return (int) hosts.stream().filter(host -> host.state() == state).count();
  }

  /// The lower bound: a high rate of a short time says little.
  private static double order(KindRate kind) {
    return kind.rate().map(rate -> rate.interval().low()).orElse(kind.hung() > 0 ? 0 : -1.0);
  }

  private static KindRate rate(HostKind kind, List<HostResult> hosts) {
    Duration covered =
        hosts.stream().map(HostResult::covered).reduce(Duration.ZERO, Duration::plus);
    long hangs = hosts.stream().mapToLong(HostResult::hangs).sum();
    return new KindRate(
        kind,
        hosts.size(),
        count(hosts, HostState.HUNG),
        covered,
        hangs,
        covered.toSeconds() > 0
            ? Optional.of(new Rate(hangs, covered.toSeconds() / SECONDS_A_DAY))
            : Optional.empty());
  }
}
