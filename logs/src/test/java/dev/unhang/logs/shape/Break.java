package dev.unhang.logs.shape;

import java.util.ArrayList;
import java.util.List;

/// Ways in which long lines are broken.
final class Break {
  private Break() {}

  /// As a terminal's copy has it: after so many columns, within a word.
  static List<String> hard(List<String> lines, int columns) {
    List<String> broken = new ArrayList<>();
    for (String line : lines) {
      int from = 0;
      while (line.length() - from > columns) {
        broken.add(line.substring(from, from + columns));
        from += columns;
      }
      broken.add(line.substring(from));
    }
    return broken;
  }

  /// As a mail program does: at a blank.
  static List<String> atBlanks(List<String> lines, int columns, String before) {
    List<String> broken = new ArrayList<>();
    for (String line : lines) {
      String rest = line;
      while (rest.length() > columns && rest.lastIndexOf(' ', columns) > 0) {
        int blank = rest.lastIndexOf(' ', columns);
        if (rest.substring(0, blank).isBlank()) {
          break;
        }
        broken.add(rest.substring(0, blank));
        rest = before + rest.substring(blank + 1);
      }
      broken.add(rest);
    }
    return broken;
  }
}
