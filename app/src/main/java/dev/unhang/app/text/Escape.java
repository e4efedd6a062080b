package dev.unhang.app.text;

/// Makes text from outside harmless on a terminal: control characters could move the cursor, change
/// its title or answer for the person at it.
public final class Escape {
  private Escape() {}

  /// The text with every control and format character as its number in hex. Tabs become blanks.
  public static String terminal(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  /// The same of several lines: they stay apart, and tabs stay tabs.
  public static String lines(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c == '\n' || c == '\t') {
            safe.append((char) c);
          } else {
            append(safe, c);
          }
        });
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    if (c == '\t') {
      safe.append(' ');
    } else if (c < ' ' || (c >= 0x7f && c < 0xa0)) {
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
