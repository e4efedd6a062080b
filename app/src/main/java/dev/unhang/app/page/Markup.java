package dev.unhang.app.page;

import dev.unhang.app.text.Escape;

/// Makes text from outside harmless in HTML and XML: between tags and within quoted attributes.
final class Markup {
  private Markup() {}

  /// The text without markup; what a terminal may not show is no page's either.
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    Escape.line(text).codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    switch (c) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      default -> safe.appendCodePoint(c);
    }
  }
}
