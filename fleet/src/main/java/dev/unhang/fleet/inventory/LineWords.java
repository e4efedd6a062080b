package dev.unhang.fleet.inventory;

import java.util.ArrayList;
import java.util.List;

/// The words of a line of an INI inventory, as a POSIX shell would tell them apart: quotes hold
/// blanks, `#` begins a comment. Nothing is expanded.
final class LineWords {
  private final String line;
  private final Spot spot;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private LineWords(String line, Spot spot) {
    this.line = line;
    this.spot = spot;
  }

  /// A word without its quotes, and where it begins.
  record Word(String text, Spot spot) {}

  /// Throws Malformed where a quote has no end.
  static List<Word> of(String line, Spot spot) {
    LineWords reader = new LineWords(line, spot);
    reader.read();
    return reader.words;
  }

  private void read() {
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
      } else if (c == '#') {
        return;
      } else {
        word();
      }
    }
  }

  private void word() {
    Spot begin = here();
    StringBuilder text = new StringBuilder();
    while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '\t') {
      char c = line.charAt(at);
      if (c == '"' || c == '\'') {
        quoted(c, text);
      } else if (c == '\\' && at + 1 < line.length()) {
        text.append(line.charAt(at + 1));
        at += 2;
      } else {
        text.append(c);
        at++;
      }
    }
    words.add(new Word(text.toString(), begin));
  }

  private void quoted(char quote, StringBuilder text) {
    Spot begin = here();
    int i = at + 1;
    while (i < line.length() && line.charAt(i) != quote) {
      if (quote == '"' && line.charAt(i) == '\\' && i + 1 < line.length()) {
        i++;
      }
      text.append(line.charAt(i));
      i++;
    }
    if (i >= line.length()) {
      throw begin.wrong("the quote has no end", "close it on the same line");
    }
    at = i + 1;
  }

  private Spot here() {
    return new Spot(spot.origin(), spot.line(), spot.column() + at);
  }
}
