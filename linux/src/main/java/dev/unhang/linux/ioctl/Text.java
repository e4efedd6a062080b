package dev.unhang.linux.ioctl;

import java.nio.charset.StandardCharsets;

/// Text in fields of a fixed length.
final class Text {
  private Text() {}

  /// A field's text up to its first NUL. A driver that fills the field whole leaves none.
  static String upToNul(byte[] bytes, int start, int length) {
    int end = start;
    while (end < start + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
