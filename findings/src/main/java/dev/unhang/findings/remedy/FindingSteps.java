package dev.unhang.findings.remedy;

import dev.unhang.model.id.RuleId;
import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a finding asks for, and what it rules out: a line of steps-for-findings.tsv.
///
/// @param first before any other step for the NIC, whichever finding asks for that
/// @param whileHung while the NIC hangs
/// @param steps to be tried in this order
/// @param not no cure where this was found
record FindingSteps(
    String finding,
    List<String> first,
    List<String> whileHung,
    List<String> steps,
    List<String> not) {
  /// Stands for the steps that fit the NIC's driver and bus, see [Ladders].
  static final String LADDER = "ladder";

  /// Stands for those of them that fit a queue which stood still without a hang of the unit.
  static final String STANDSTILL = "standstill";

  private static final int COLUMNS = 6;
  private static final String NONE = "-";

  private static final Map<String, FindingSteps> ROWS =
      Table.read(FindingSteps.class, "steps-for-findings.tsv", COLUMNS).rows().stream()
          .map(FindingSteps::of)
          .collect(Collectors.toMap(FindingSteps::finding, Function.identity()));

  private static FindingSteps of(List<String> row) {
    return new FindingSteps(
        row.getFirst(), words(row.get(1)), words(row.get(2)), words(row.get(3)), words(row.get(4)));
  }

  private static List<String> words(String cell) {
    return cell.equals(NONE) ? List.of() : List.of(cell.split(",", -1));
  }

  /// The line of a finding.
  static FindingSteps of(RuleId rule) {
    FindingSteps row = ROWS.get(rule.value());
    if (row == null) {
      throw new IllegalArgumentException("steps-for-findings.tsv has no " + rule);
    }
    return row;
  }

  /// Findings that the table has, for tests of it.
  static java.util.Set<String> findings() {
    return ROWS.keySet();
  }

  /// Every step that the line names.
  Stream<String> named() {
    return Stream.of(first, whileHung, steps, not).flatMap(List::stream);
  }
}
