package dev.unhang.app.render;

import java.util.ArrayList;
import java.util.List;

/// A label, and text beside it in a column of its own, folded at blanks so that a console of 80
/// columns holds it.
final class Labelled {
  private static final int COLUMNS = 80;
  private static final int INDENT = 2;
  private static final int TEXT_AT = 14;

  private Labelled() {}

  /// @param text escaped already
  static List<String> lines(String label, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(" ".repeat(INDENT) + label);
    pad(line);
    for (String word : text.split(" ", -1)) {
      boolean first = line.length() == TEXT_AT;
      if (!first && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder();
        pad(line);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  private static void pad(StringBuilder line) {
    line.append(" ".repeat(Math.max(1, TEXT_AT - line.length())));
  }
}
