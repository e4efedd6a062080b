package dev.unhang.config.lines;

import dev.unhang.model.evidence.Content;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A file as lines, each with its own ending. `of(b).content()` equals `b` for every `b`, and an
/// edit touches nothing but its own line.
public record RawLines(List<RawLine> all) {
  public RawLines {
    all = List.copyOf(all);
  }

  /// Cuts bytes into lines and keeps each line's own ending.
  public static RawLines of(Content content) {
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
    return new RawLines(lines);
  }

  private static RawLine line(byte[] bytes, int from, int end, String ending) {
    return new RawLine(Content.of(Arrays.copyOfRange(bytes, from, end)), ending);
  }

  /// All bytes, as they were.
  public Content content() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (RawLine line : all) {
      bytes.writeBytes(line.content().bytes());
      bytes.writeBytes(line.ending().getBytes(StandardCharsets.ISO_8859_1));
    }
    return Content.of(bytes.toByteArray());
  }

  /// The text of a line, in Latin-1.
  public String text(int index) {
    return all.get(index).text();
  }

  /// How many there are.
  public int size() {
    return all.size();
  }

  /// With a line put in behind another.
  ///
  /// @param index of the line it follows; -1 puts it before all others
  /// @param text Latin-1, without ending
  public RawLines insertAfter(int index, String text) {
    List<RawLine> edited = new ArrayList<>(all);
    if (index < 0) {
      edited.addFirst(RawLine.of(text, usualEnding()));
      return new RawLines(edited);
    }
    RawLine before = all.get(index);
    String ending = before.ending();
    if (ending.isEmpty()) {
      edited.set(index, before.withEnding(endingBehind(before)));
    }
    edited.add(index + 1, RawLine.of(text, ending));
    return new RawLines(edited);
  }

  /// Without a line. The line before takes over a missing final newline.
  public RawLines remove(int index) {
    List<RawLine> edited = new ArrayList<>(all);
    RawLine removed = edited.remove(index);
    if (removed.ending().isEmpty() && index > 0) {
      edited.set(index - 1, edited.get(index - 1).withEnding(""));
    }
    return new RawLines(edited);
  }

  /// With another text in a line's place; its ending stays.
  ///
  /// @param text Latin-1, without ending
  public RawLines replace(int index, String text) {
    List<RawLine> edited = new ArrayList<>(all);
    edited.set(index, RawLine.of(text, all.get(index).ending()));
    return new RawLines(edited);
  }

  /// The ending that a last line without one is given. A `\r` of the line's own would be read as
  /// half of a plain newline.
  private String endingBehind(RawLine last) {
    return last.text().endsWith("\r") ? "\r\n" : usualEnding();
  }

  private String usualEnding() {
    return all.isEmpty() || all.getFirst().ending().isEmpty() ? "\n" : all.getFirst().ending();
  }
}
