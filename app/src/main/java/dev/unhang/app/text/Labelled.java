package dev.unhang.app.text;

import java.util.ArrayList;
import java.util.List;

/// A label, and text beside it in a column of its own, folded at blanks so that a console of 80
/// columns holds it.
public final class Labelled {
  private static final int COLUMNS = 80;
  private static final int INDENT = 2;
  private static final int TEXT_AT = 14;

  private Labelled() {}

  /// @param text escaped already
  public static List<String> lines(String label, String text) {
    StringBuilder line = new StringBuilder(" ".repeat(INDENT) + label);
    pad(line, TEXT_AT);
    return folded(line, text, TEXT_AT);
  }

  /// Text without a label, its further lines moved in.
  ///
  /// @param text escaped already
  public static List<String> folded(String text) {
    return folded(new StringBuilder(), text, INDENT);
  }

  private static List<String> folded(StringBuilder begun, String text, int column) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = begun;
    boolean first = true;
    for (String word : text.split(" ", -1)) {
      if (!first && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder();
        pad(line, column);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  private static void pad(StringBuilder line, int column) {
    line.append(" ".repeat(Math.max(1, column - line.length())));
  }
}
