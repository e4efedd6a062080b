package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Counter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/proc/net/dev`.
///
/// Kernel: net/core/net-procfs.c, dev_seq_printf_stats() (v6.1)
public final class ProcNetDev {
  static final String HEADING = "Inter-|";

  private static final List<String> NAMES =
      List.of(
          "rx_bytes",
          "rx_packets",
          "rx_errors",
          "rx_dropped",
          "rx_fifo_errors",
          "rx_frame_errors",
          "rx_compressed",
          "multicast",
          "tx_bytes",
          "tx_packets",
          "tx_errors",
          "tx_dropped",
          "tx_fifo_errors",
          "collisions",
          "tx_carrier_errors",
          "tx_compressed");

  private ProcNetDev() {}

  /// What each interface counted. Some columns are sums of several of the kernel's counters.
  public static Reading<Map<InterfaceName, List<Counter>>> read(PastedText text) {
    Notes notes = new Notes(text);
    Map<InterfaceName, List<Counter>> all = new LinkedHashMap<>();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      if (line.contains("|")) {
        continue;
      }
      // A name may end in a colon and figures, as aliases once did.
      int colon = line.lastIndexOf(':');
      Optional<InterfaceName> name =
          colon < 0 ? Optional.empty() : InterfaceName.parse(line.substring(0, colon).strip());
      List<Counter> counters = colon < 0 ? List.of() : counters(line.substring(colon + 1));
      if (name.isPresent() && counters.size() == NAMES.size()) {
        all.putIfAbsent(name.get(), counters);
      } else {
        notes.stray(i);
      }
    }
    return all.isEmpty()
        ? notes.nothing("interfaces")
        : notes.reading(Collections.unmodifiableMap(all));
  }

  private static List<Counter> counters(String columns) {
    List<Counter> counters = new ArrayList<>();
    for (String column : columns.strip().split("\\s+", NAMES.size() + 1)) {
      Optional<Long> value = Numbers.unsigned(column);
      if (value.isEmpty() || counters.size() == NAMES.size()) {
        return List.of();
      }
      counters.add(new Counter(NAMES.get(counters.size()), value.get()));
    }
    return counters;
  }
}
