package dev.unhang.app.text;

/// Text for a console that may have no other characters than those of ASCII.
final class Ascii {
  private Ascii() {}

  /// Ours have a spelling in ASCII; any other character is shown by its number.
  static String of(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(plain, c));
    return plain.toString();
  }

  private static void append(StringBuilder plain, int c) {
    switch (c) {
      case '\u2026' -> plain.append("...");
      case '\u2013', '\u2014', '\u2212', '\u2011', '\u2010' -> plain.append('-');
      case '\u2018', '\u2019' -> plain.append('\'');
      case '\u201c', '\u201d' -> plain.append('"');
      case '\u00d7' -> plain.append('x');
      case '\u00b5', '\u03bc' -> plain.append('u');
      case '\u2264' -> plain.append("<=");
      case '\u2265' -> plain.append(">=");
      case '\u2192' -> plain.append("->");
      case '\u00a0' -> plain.append(' ');
      default -> {
        if (c < 0x80) {
          plain.append((char) c);
        } else {
          plain.append(String.format("\\u%04x", c));
        }
      }
    }
  }
}
