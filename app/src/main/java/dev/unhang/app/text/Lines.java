package dev.unhang.app.text;

import java.util.ArrayList;
import java.util.List;

/// Lines under a column of names, as doctor's: our own sentences are broken at 80 columns, what is
/// cited stands as it was read.
public final class Lines {
  private static final int COLUMNS = 80;
  private static final int INDENT = 14;

  private final List<String> lines = new ArrayList<>();

  /// A line as it is.
  public void plain(String line) {
    lines.add(line);
  }

  /// A sentence of its own, broken at 80 columns.
  public void folded(String sentence) {
    lines.addAll(Labelled.folded(sentence));
  }

  /// A name and a sentence.
  public void section(String name, String sentence) {
    String before = String.format("%-" + INDENT + "s", name);
    StringBuilder line = new StringBuilder(before);
    int words = 0;
    for (String word : sentence.split(" ")) {
      if (words > 0 && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(INDENT));
        words = 0;
      }
      line.append(words == 0 ? "" : " ").append(word);
      words++;
    }
    lines.add(line.toString().stripTrailing());
  }

  /// More of the section before.
  public void more(String sentence) {
    section("", sentence);
  }

  /// Where something stands, under the section before: a path can't be broken.
  public void place(String text) {
    lines.add(" ".repeat(INDENT) + text);
  }

  /// Text of somebody else's, under the section before.
  public void cited(String text) {
    lines.add(" ".repeat(INDENT + 2) + text);
  }

  public String text() {
    return String.join("\n", lines).stripTrailing();
  }
}
