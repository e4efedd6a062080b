package dev.unhang.findings.known;

import dev.unhang.model.net.Chip;
import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Optional;

/// What families of chips are known for, a table each.
public enum ChipFamilies {
  /// The transmit unit hangs while TCP segmentation offload is on: chips-that-hang.tsv.
  HANG("chips-that-hang.tsv"),
  /// ASPM L1 makes them hang or vanish: chips-that-need-aspm-off.tsv.
  NEED_ASPM_OFF("chips-that-need-aspm-off.tsv");

  private static final int COLUMNS = 2;

  private final String table;

  ChipFamilies(String table) {
    this.table = table;
  }

  /// Where it is known from that a chip is one of these; empty where it isn't.
  public Optional<String> source(Chip chip) {
    String family = chip.family().split(" ", 2)[0];
    return rows().stream()
        .filter(row -> row.getFirst().equals(family))
        .map(row -> row.get(1))
        .findFirst();
  }

  /// The table, for tests of it.
  List<List<String>> rows() {
    return Table.read(ChipFamilies.class, table, COLUMNS).rows();
  }
}
