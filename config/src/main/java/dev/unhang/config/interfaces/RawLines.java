package dev.unhang.config.interfaces;

import dev.unhang.model.evidence.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts bytes into lines and keeps each line's own ending.
final class RawLines {
  private RawLines() {}

  static List<RawLine> split(Content content) {
    byte[] bytes = content.bytes();
    List<RawLine> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        int end = i > from && bytes[i - 1] == '\r' ? i - 1 : i;
        lines.add(line(bytes, from, end, end < i ? "\r\n" : "\n"));
        from = i + 1;
      }
    }
    if (from < bytes.length) {
      lines.add(line(bytes, from, bytes.length, ""));
    }
    return lines;
  }

  private static RawLine line(byte[] bytes, int from, int end, String ending) {
    return new RawLine(Content.of(Arrays.copyOfRange(bytes, from, end)), ending);
  }
}
