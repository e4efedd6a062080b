package dev.unhang.hosts.load;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicLoad;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The throughput that a host recorded, of NICs whose hangs have dates and are often enough for a
/// comparison. Of others it is not read: that may take seconds.
public final class NicLoads {
  private NicLoads() {}

  /// @param hostname as the host's cluster knows it
  public static List<NicLoad> read(
      HostView host, Optional<String> hostname, List<Reading<LogFacts>> logs) {
    return dated(logs).entrySet().stream()
        .filter(hangs -> hangs.getValue() >= NicLoad.FEWEST_HANGS)
        .map(Map.Entry::getKey)
        .map(nic ->
            new NicLoad(nic, LoadRecords.of(host, hostname.orElse("localhost"), List.of(nic))))
        .toList();
  }

  /// How many hangs with a date each interface has.
  private static Map<String, Long> dated(List<Reading<LogFacts>> logs) {
    return logs.stream()
        .flatMap(log -> log.known().map(LogFacts::episodes).orElse(List.of()).stream())
        .filter(episode -> episode.first().wall().isPresent())
        .map(Episode::nic)
        .flatMap(nic -> nic.interfaceName().stream())
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }
}
