package dev.unhang.findings.known;

import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Parameters of drivers in the kernel's own tree: driver-parameters.tsv. Drivers from elsewhere
/// have others.
public final class DriverParameters {
  private static final int COLUMNS = 3;

  private DriverParameters() {}

  /// Those of a driver; empty where the driver isn't listed.
  public static Set<String> of(String driver) {
    return Table.read(DriverParameters.class, "driver-parameters.tsv", COLUMNS).rows().stream()
        .filter(row -> row.getFirst().equals(driver))
        .map(row -> row.get(1))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Rows, for tests of the table itself.
  static List<List<String>> rows() {
    return Table.read(DriverParameters.class, "driver-parameters.tsv", COLUMNS).rows();
  }
}
