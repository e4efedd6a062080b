package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.Attachment;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What may keep a NIC from hanging again, by its driver, else by the bus it is on: ladders.tsv.
final class Ladders {
  private static final int COLUMNS = 4;
  private static final String HANG = "hang";
  private static final String STANDSTILL = "standstill";

  private static final List<List<String>> ROWS =
      Table.read(Ladders.class, "ladders.tsv", COLUMNS).rows();

  private Ladders() {}

  /// For a NIC whose unit hung.
  static List<String> hang(NicCase nic, Attachment attachment) {
    return of(nic, attachment, HANG);
  }

  /// For a NIC whose queue stood still without a report of its unit.
  static List<String> standstill(NicCase nic, Attachment attachment) {
    return of(nic, attachment, STANDSTILL);
  }

  private static List<String> of(NicCase nic, Attachment attachment, String trouble) {
    String bus = attachment.name().toLowerCase(Locale.ROOT);
    return row(who(nic), bus, trouble)
        .or(() -> row(who(nic), bus, HANG))
        .or(() -> row("*", bus, HANG))
        .orElseThrow(() -> new IllegalStateException("ladders.tsv has nothing for " + bus));
  }

  /// A report without a driver's name is one of e1000e's: no other driver prints such.
  private static String who(NicCase nic) {
    return nic.driver().orElse("e1000e");
  }

  private static Optional<List<String>> row(String who, String bus, String trouble) {
    return ROWS.stream()
        .filter(row -> row.getFirst().equals(who + "/" + bus) || row.getFirst().equals(who))
        .filter(row -> row.get(1).equals(trouble))
        .findFirst()
        .map(row -> List.of(row.get(2).split(",", -1)));
  }

  /// The table, for tests of it.
  static List<List<String>> rows() {
    return ROWS;
  }
}
