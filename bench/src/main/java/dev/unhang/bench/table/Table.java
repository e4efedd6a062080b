package dev.unhang.bench.table;

import java.util.ArrayList;
import java.util.List;

/// All that one run measured.
///
/// @param rows in the order of the benches
public record Table(List<Row> rows) {
  /// Copies the list.
  public Table {
    rows = List.copyOf(rows);
  }

  /// For a terminal: columns padded.
  public String text() {
    List<List<String>> lines = lines();
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder padded = new StringBuilder();
      for (int column = 0; column < line.size(); column++) {
        String cell = line.get(column);
        padded.append(cell).append(" ".repeat(width(lines, column) - cell.length() + 2));
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    return text.append("Times: median (shortest). Ratio: unhang's median to the other's.\n")
        .toString();
  }

  /// For a page.
  public String markdown() {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines()) {
      text.append("| ")
          .append(String.join(" | ", line.stream().map(Table::cell).toList()))
          .append(" |\n");
      if (line.equals(Row.HEADINGS)) {
        text.append("|---".repeat(line.size())).append("|\n");
      }
    }
    return text.toString();
  }

  private List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(Row.HEADINGS);
    rows.forEach(row -> lines.add(row.cells()));
    return lines;
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}
