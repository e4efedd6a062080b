package dev.unhang.app.text;

import java.util.ArrayList;
import java.util.List;

/// A screen, line by line, as all that unhang shows to a person is built: every text is escaped as
/// it comes in, and how wide the lines become is for the terminal to say.
public final class Lines {
  /// Where the text of a section begins, as doctor's.
  private static final int SECTION = 14;

  private final List<Line> lines = new ArrayList<>();

  /// Lines as they are, of a text that is unhang's own: a page, a man page, a completion.
  public static Lines ofText(String text) {
    Lines lines = new Lines();
    text.lines().forEach(lines::plain);
    return lines;
  }

  public Lines add(Line line) {
    lines.add(line);
    return this;
  }

  public Lines addAll(Lines others) {
    lines.addAll(others.lines);
    return this;
  }

  /// An empty line.
  public Lines gap() {
    return add(Line.plain(""));
  }

  /// A line as it is.
  public Lines plain(String line) {
    return add(Line.plain(line));
  }

  /// A table's lines.
  public Lines rows(Table table) {
    table.lines().forEach(this::plain);
    return this;
  }

  /// A sentence of its own.
  public Lines folded(String sentence) {
    return add(Line.prose(sentence, 2));
  }

  /// A sentence behind a few letters, under which it goes on.
  public Lines folded(String before, String sentence) {
    return add(Line.prose(before + sentence, before.length()));
  }

  /// A name and a sentence.
  public Lines section(String name, String sentence) {
    return add(Line.prose(padded(name) + sentence, SECTION));
  }

  /// A name and a command to be typed.
  public Lines command(String name, String command) {
    return add(Line.prose(padded(name) + command, SECTION).in(Ink.COMMAND));
  }

  /// A label, moved in, and text beside it.
  public Lines labelled(String label, String text) {
    return section("  " + label, text);
  }

  /// More of the section before.
  public Lines more(String sentence) {
    return section("", sentence);
  }

  /// Where something stands, under the section before: a path can't be broken.
  public Lines place(String text) {
    return add(new Line(padded("") + text, SECTION + 2, false, Ink.NONE));
  }

  /// Text from outside, under the section before.
  public Lines cited(String text) {
    return add(new Line(padded("  ") + "  " + text, SECTION + 4, false, Ink.NONE));
  }

  private static String padded(String name) {
    return name + " ".repeat(Math.max(1, SECTION - name.length()));
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /// Without empty lines at its end.
  public List<Line> lines() {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).text().isBlank()) {
      end--;
    }
    return List.copyOf(lines.subList(0, end));
  }

  /// As a file or a pipe gets it, without a final newline.
  public String text() {
    return String.join(
        "\n", lines().stream().flatMap(line -> Layout.PIPE.lines(line).stream()).toList());
  }
}
