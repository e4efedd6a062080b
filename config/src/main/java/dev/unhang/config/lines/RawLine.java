package dev.unhang.config.lines;

import dev.unhang.model.evidence.Content;
import java.nio.charset.StandardCharsets;

/// One line of a file, as bytes, with its own ending.
///
/// @param content the bytes before the ending
/// @param ending `\n`, `\r\n`, or empty for a last line without one
public record RawLine(Content content, String ending) {
  /// A line of Latin-1 text.
  static RawLine of(String text, String ending) {
    return new RawLine(Content.of(text.getBytes(StandardCharsets.ISO_8859_1)), ending);
  }

  /// The line as Latin-1: every byte is one character, so nothing is lost in looking at it.
  public String text() {
    return new String(content.bytes(), StandardCharsets.ISO_8859_1);
  }

  /// Whether the line goes on in the next one.
  public boolean isContinued() {
    return text().endsWith("\\");
  }

  /// Blank, or a comment: `#` only counts as the first character that is no blank.
  ///
  /// Man: interfaces(5), "FILE FORMAT"
  public boolean isIgnored() {
    String stripped = text().strip();
    return stripped.isEmpty() || stripped.startsWith("#");
  }

  /// The blanks it begins with.
  public String indent() {
    String text = text();
    int end = 0;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(0, end);
  }

  RawLine withEnding(String other) {
    return new RawLine(content, other);
  }
}
