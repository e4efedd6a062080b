package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `ethtool -S IF`: what the driver counts, by its own names.
///
/// Man: ethtool(8), "-S --statistics"
public final class EthtoolStatistics {
  static final String HEADING = "NIC statistics:";

  /// Drivers with hundreds of queues have some thousands.
  private static final int MAX = 50_000;

  private EthtoolStatistics() {}

  /// The counters in the driver's order.
  public static Reading<List<Counter>> read(PastedText text) {
    Notes notes = new Notes(text);
    List<Counter> counters = new ArrayList<>();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      Optional<Labelled> parts = Labelled.atLast(line);
      Optional<Long> value = parts.flatMap(each -> Numbers.unsigned(each.value()));
      if (value.isPresent() && counters.size() < MAX) {
        counters.add(new Counter(parts.orElseThrow().label(), value.get()));
      } else if (!line.strip().equals(HEADING)) {
        notes.stray(i);
      }
    }
    return notes.readingOf(counters, "counters");
  }
}
