package dev.unhang.hosts.pci;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unhang.model.id.PciId;
import dev.unhang.model.net.Chip;
import dev.unhang.model.table.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Network chips by their PCI ids: our own table, network-chips.tsv, of which each line names its
/// source. Its names stand in where the host has no pci.ids.
public final class KnownChips implements Names {
  private static final String TABLE = "network-chips.tsv";
  private static final int COLUMNS = 6;

  /// Names that other lists have for them.
  private static final String NAMES = "chip-names.tsv";

  private static final int NAME_COLUMNS = 3;
  private static final String NONE = "-";
  private static final String IN_CHIPSET = "chipset";

  /// e1000e's families in the order of its own list, which has only ever grown at its end since
  /// v2.6.32.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/hw.h, enum e1000_mac_type (v6.18)
  private static final List<String> MAC_TYPES =
      List.of(
          "82571",
          "82572",
          "82573",
          "82574",
          "82583",
          "80003es2lan",
          "ich8lan",
          "ich9lan",
          "ich10lan",
          "pchlan",
          "pch2lan",
          "pch_lpt",
          "pch_spt",
          "pch_cnp",
          "pch_tgp",
          "pch_adp",
          "pch_mtp",
          "pch_lnp",
          "pch_ptp",
          "pch_nvp");

  /// A line, but for its id.
  private record Row(String family, String mac, String place, String name, String source) {}

  private final Map<String, Row> rows = new HashMap<>();

  private KnownChips() {}

  /// Reads the table.
  public static KnownChips read() {
    KnownChips chips = new KnownChips();
    try (InputStream table = KnownChips.class.getResourceAsStream(TABLE)) {
      if (table == null) {
        throw new IllegalStateException(TABLE + " was not built in");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(table, UTF_8));
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .forEach(chips::add);
      return chips;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void add(List<String> cells) {
    if (cells.size() != COLUMNS) {
      throw new IllegalStateException(TABLE + " has a line of other columns: " + cells);
    }
    rows.put(
        cells.get(0),
        new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5)));
  }

  /// What is known of a chip; empty where it isn't listed, or only by its name.
  public Optional<Chip> chip(PciId id) {
    return value(id.toString(), Row::family)
        .map(family ->
            new Chip(
                family,
                value(id.toString(), Row::mac),
                value(id.toString(), Row::place).filter(IN_CHIPSET::equals).isPresent()));
  }

  /// What is common to the chips of one of e1000e's families.
  ///
  /// @param number as e1000e prints it when it takes a NIC
  public Optional<Chip> ofMacType(int number) {
    if (number < 0 || number >= MAC_TYPES.size()) {
      return Optional.empty();
    }
    String mac = MAC_TYPES.get(number);
    List<Row> all = rows.values().stream().filter(row -> row.mac().equals(mac)).toList();
    String families =
        all.stream()
            .map(row -> row.family().split(" ", 2)[0])
            .distinct()
            .sorted()
            .collect(Collectors.joining("/"));
    boolean inChipset = all.stream().anyMatch(row -> row.place().equals(IN_CHIPSET));
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Chip(families, Optional.of(mac), inChipset));
  }

  /// The chip that bears a name, where only one does: plain lspci names chips and no ids.
  public Optional<PciId> id(String name) {
    Stream<String> own =
        rows.entrySet().stream()
            .filter(row -> row.getValue().name().equals(name))
            .map(Map.Entry::getKey);
    Stream<String> other =
        Table.read(KnownChips.class, NAMES, NAME_COLUMNS).rows().stream()
            .filter(row -> row.getFirst().equals(name))
            .map(row -> row.get(1));
    List<PciId> named =
        Stream.concat(own, other).flatMap(id -> PciId.parse(id).stream()).distinct().toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /// Where a line's facts are from, for tests of the table itself.
  Optional<String> source(PciId id) {
    return value(id.toString(), Row::source);
  }

  /// All chips, for tests of the table itself.
  List<PciId> ids() {
    List<PciId> ids = new ArrayList<>();
    rows.keySet().forEach(id -> PciId.parse(id).ifPresent(ids::add));
    return ids;
  }

  @Override
  public Optional<String> vendor(int vendor) {
    return value(String.format("%04x", vendor), Row::name);
  }

  @Override
  public Optional<String> device(PciId id) {
    return value(id.toString(), Row::name);
  }

  private Optional<String> value(String id, Function<Row, String> column) {
    return Optional.ofNullable(rows.get(id)).map(column).filter(value -> !value.equals(NONE));
  }
}
