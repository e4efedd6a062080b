package dev.unhang.findings.known;

import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Optional;

/// What drivers call the counter of received frames that ask for a pause: pause-counters.tsv.
public final class PauseCounters {
  private static final int COLUMNS = 3;

  private PauseCounters() {}

  /// That of a driver; empty where the driver isn't listed.
  public static Optional<String> of(String driver) {
    return Table.read(PauseCounters.class, "pause-counters.tsv", COLUMNS).rows().stream()
        .filter(row -> row.getFirst().equals(driver))
        .map(row -> row.get(1))
        .findFirst();
  }

  /// Rows, for tests of the table itself.
  static List<List<String>> rows() {
    return Table.read(PauseCounters.class, "pause-counters.tsv", COLUMNS).rows();
  }
}
