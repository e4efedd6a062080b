package dev.unhang.app.text;

/// Makes text from outside harmless on a terminal: control characters could move the cursor, change
/// its title or answer for the person at it.
public final class Escape {
  private Escape() {}

  /// The text with every control and format character as its number in hex, ends of lines included:
  /// it stays one line. Tabs stay tabs.
  public static String line(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    if (c != '\t' && c < ' ' || (c >= 0x7f && c < 0xa0)) {
      safe.append(String.format("\\x%02x", c));
    } else if (isInvisible(c)) {
      safe.append(String.format("\\u%04x", c));
    } else {
      safe.appendCodePoint(c);
    }
  }

  /// Format characters reorder or hide what stands around them; half a surrogate is no text.
  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.PRIVATE_USE;
  }
}
