package dev.unhang.app.text;

/// One line that a person reads. Whatever it is made of, it holds no character that a terminal
/// obeys and none that begins another line: text from outside can't be shown in any other way.
///
/// @param hang the column in which it goes on where it is broken, from 0
/// @param isProse whether it is broken at 80 columns everywhere; else a terminal alone breaks it,
///   and a pipe gets it as one line
public record Line(String text, int hang, boolean isProse, Ink ink) {
  public Line {
    text = Escape.line(text);
  }

  /// As it was read, or as a table has it.
  public static Line plain(String text) {
    return new Line(text, indent(text) + 2, false, Ink.NONE);
  }

  /// A sentence of our own.
  public static Line prose(String text, int hang) {
    return new Line(text, hang, true, Ink.NONE);
  }

  public Line in(Ink other) {
    return new Line(text, hang, isProse, other);
  }

  private static int indent(String text) {
    return text.length() - text.stripLeading().length();
  }
}
