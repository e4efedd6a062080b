package dev.unhang.app.text;

import java.util.ArrayList;
import java.util.List;

/// Columns as wide as their widest cell.
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... head) {
    rows.add(List.of(head));
  }

  /// Adds a row of as many cells as the head has.
  public Table row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException("a row has as many cells as the head");
    }
    rows.add(List.of(cells));
    return this;
  }

  /// The lines, without trailing blanks.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(row.get(column)).append(" ".repeat(gap(row, column)));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private int gap(List<String> row, int column) {
    int width = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
    return width - row.get(column).length() + 2;
  }
}
