package dev.unhang.repair.guard;

import dev.unhang.model.id.PciId;
import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Optional;

/// Network controllers that a management engine can send by: shared-ports.tsv. By number, since
/// names change: pci.ids of 2026 calls many of them by the chipset alone.
final class SharedPorts {
  private static final int COLUMNS = 3;

  private SharedPorts() {}

  /// What a controller is called; empty where no management engine can share it.
  static Optional<String> name(PciId id) {
    return rows().stream()
        .filter(row -> row.getFirst().equals(id.toString()))
        .map(row -> row.get(1))
        .findFirst();
  }

  /// The table, for tests of it.
  static List<List<String>> rows() {
    return Table.read(SharedPorts.class, "shared-ports.tsv", COLUMNS).rows();
  }
}
