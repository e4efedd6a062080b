package dev.unhang.findings.known;

import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What NICs of a driver sit on, where that is not PCI: driver-buses.tsv.
public final class DriverBuses {
  private static final int COLUMNS = 3;

  private static final Map<String, String> BUSES =
      Table.read(DriverBuses.class, "driver-buses.tsv", COLUMNS).rows().stream()
          .collect(Collectors.toMap(List::getFirst, row -> row.get(1)));

  private DriverBuses() {}

  /// `USB`, `SOC` or `VIRTUAL`; empty for drivers of PCI and those that aren't listed.
  public static Optional<String> of(String driver) {
    return Optional.ofNullable(BUSES.get(driver));
  }
}
