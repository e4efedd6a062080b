package dev.unhang.findings.nic;

import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What changed in which kernel: our own table, kernel-changes.tsv, of which each line names its
/// source.
public final class KernelChanges {
  private static final String TABLE = "kernel-changes.tsv";
  private static final int COLUMNS = 5;
  private static final String OPEN = "-";

  /// Whether a kernel has a change.
  public enum Has {
    YES,
    /// By its number it has not; a distribution may have taken it over.
    NOT_BY_NUMBER,
    UNKNOWN
  }

  private record Row(KernelVersion from, Optional<KernelVersion> until, String commits) {}

  private static final Map<String, Row> ROWS =
      Table.read(KernelChanges.class, TABLE, COLUMNS).rows().stream()
          .collect(Collectors.toMap(List::getFirst, KernelChanges::row));

  private KernelChanges() {}

  private static Row row(List<String> cells) {
    return new Row(
        KernelVersion.of(cells.get(1)).orElseThrow(),
        Optional.of(cells.get(2)).filter(cell -> !cell.equals(OPEN)).flatMap(KernelVersion::of),
        cells.get(3));
  }

  /// Whether the host's kernel has a change of the table.
  ///
  /// @param change its first column
  public static Has has(NicCase nic, String change) {
    Row row = row(change);
    return nic.host()
        .machine()
        .kernel()
        .flatMap(KernelVersion::of)
        .map(is(row))
        .orElse(Has.UNKNOWN);
  }

  private static Row row(String change) {
    Row row = ROWS.get(change);
    if (row == null) {
      throw new IllegalArgumentException(TABLE + " has no " + change);
    }
    return row;
  }

  private static Function<KernelVersion, Has> is(Row row) {
    return kernel ->
        kernel.compareTo(row.from()) >= 0
                && row.until().map(until -> kernel.compareTo(until) < 0).orElse(true)
            ? Has.YES
            : Has.NOT_BY_NUMBER;
  }

  /// The commits that made it.
  public static String commits(String change) {
    return row(change).commits();
  }
}
