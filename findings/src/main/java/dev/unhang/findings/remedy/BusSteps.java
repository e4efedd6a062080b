package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.Attachment;
import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which NICs take a step, by the bus they are on: steps-by-bus.tsv.
final class BusSteps {
  private static final int COLUMNS = 3;

  private static final Map<String, Set<String>> BUSES =
      Table.read(BusSteps.class, "steps-by-bus.tsv", COLUMNS).rows().stream()
          .collect(Collectors.toMap(List::getFirst, row -> Set.of(row.get(1).split(",", -1))));

  private BusSteps() {}

  /// Whether a step is one for NICs that are tied to their machine so.
  static boolean takes(Attachment attachment, String step) {
    Set<String> buses = BUSES.get(step);
    if (buses == null) {
      throw new IllegalArgumentException("steps-by-bus.tsv has no " + step);
    }
    return attachment == Attachment.PCI
        ? has(buses, Attachment.CARD) || has(buses, Attachment.CHIPSET)
        : has(buses, attachment);
  }

  private static boolean has(Set<String> buses, Attachment attachment) {
    return buses.contains(attachment.name().toLowerCase(Locale.ROOT));
  }

  /// Steps that the table has, for tests of it.
  static Set<String> steps() {
    return BUSES.keySet();
  }
}
