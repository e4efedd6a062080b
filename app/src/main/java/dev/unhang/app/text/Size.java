package dev.unhang.app.text;

/// How large a terminal is, in characters.
public record Size(int rows, int columns) {
  /// That of a console that does not say it, as VT100 had it.
  public static final Size VT100 = new Size(24, 80);
}
