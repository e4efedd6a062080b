package dev.unhang.diagnose.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Cuts bytes that come in chunks of any size into lines of text. A line is bounded; what is longer
/// is cut, and that is counted.
final class Lines {
  /// Longest line that is kept. A dump flattened to one line has about 1,000 bytes; printk's own
  /// records end at 1,024 (LOG_LINE_MAX), journald's JSON entries at a few thousand.
  static final int MAX_BYTES = 256 << 10;

  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final Taker taker;
  private long number;
  private boolean cut;

  /// Takes one line.
  interface Taker {
    /// @param number counted from 1
    /// @param cut whether its end was left out for being too long
    void line(String text, long number, boolean cut);
  }

  Lines(Taker taker) {
    this.taker = taker;
  }

  void accept(byte[] chunk, int offset, int length) {
    int from = offset;
    for (int i = offset; i < offset + length; i++) {
      if (chunk[i] == '\n') {
        keep(chunk, from, i - from);
        emit();
        from = i + 1;
      }
    }
    keep(chunk, from, offset + length - from);
  }

  /// How many lines there were so far.
  long count() {
    return number;
  }

  /// Lines that were read by somebody else.
  void skip(long lines) {
    number += lines;
  }

  /// Text of a line without its end; bytes that are no UTF-8 become U+FFFD.
  static String text(byte[] bytes, int from, int to) {
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /// The last line may lack its newline.
  void finish() {
    if (pending.size() > 0) {
      emit();
    }
  }

  private void keep(byte[] chunk, int from, int length) {
    int room = MAX_BYTES - pending.size();
    cut |= length > room;
    pending.write(chunk, from, Math.min(length, room));
  }

  private void emit() {
    number++;
    String text = pending.toString(StandardCharsets.UTF_8);
    pending.reset();
    boolean wasCut = cut;
    cut = false;
    taker.line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, number, wasCut);
  }
}
