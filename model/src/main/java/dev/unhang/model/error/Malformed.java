package dev.unhang.model.error;

/// A document of ours or a user's, wrong at a place that can be pointed at.
public final class Malformed extends UnhangException {
  private static final long serialVersionUID = 1;

  private final int line;

  /// @param file the document
  /// @param line counted from 1
  /// @param why what was expected and what stands there
  public Malformed(String file, int line, String why, String hint) {
    super("read " + file + ", line " + line, "", why, hint);
    this.line = line;
  }

  /// The line, counted from 1.
  public int line() {
    return line;
  }
}
