package dev.unhang.app.text;

/// JSON as its writer made it: one document, or one line of a stream of them.
///
/// @param text in ASCII alone, so that nothing of it is obeyed by a terminal and every program
///   reads it, whatever its locale
public record JsonText(String text) {
  /// Throws IllegalArgumentException where it holds another character.
  public JsonText {
    if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\n')) {
      throw new IllegalArgumentException("JSON is written in ASCII");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
