package dev.unhang.app.text;

/// What a line is, where a terminal shows it by a colour. Nothing is told by colour alone.
///
/// See ECMA-48, 8.3.117, "Select graphic rendition"
public enum Ink {
  /// As the terminal writes.
  NONE(""),
  /// Something is broken: red, bold.
  BROKEN("1;31"),
  /// Something is to be done or known: yellow, bold.
  WARNING("1;33"),
  /// All is well: green, bold.
  WELL("1;32"),
  /// A command to be typed: bold.
  COMMAND("1"),
  /// A line that a file gains: green.
  ADDED("32"),
  /// A line that a file loses: red.
  REMOVED("31");

  private final String codes;

  Ink(String codes) {
    this.codes = codes;
  }

  /// A line of a diff.
  public static Ink ofDiff(String line) {
    return line.startsWith("+") ? ADDED : line.startsWith("-") ? REMOVED : NONE;
  }

  String on(String text) {
    return this == NONE || text.isEmpty() ? text : "\u001b[" + codes + "m" + text + "\u001b[0m";
  }
}
