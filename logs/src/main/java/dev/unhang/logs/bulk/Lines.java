package dev.unhang.logs.bulk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Cuts bytes that come in chunks of any size into lines of text. A line is bounded; what is longer
/// is cut, and that is counted.
public final class Lines {
  /// Longest line that is kept. A dump flattened to one line has about 1,000 bytes; printk's own
  /// records end at 1,024 (LOG_LINE_MAX), journald's JSON entries at a few thousand.
  public static final int MAX_BYTES = 256 << 10;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final Taker taker;
  private long number = 1;
  private boolean cut;
  private boolean returned;

  /// Takes one line.
  public interface Taker {
    /// @param number counted from 1
    /// @param cut whether its end was left out for being too long
    void line(String text, long number, boolean cut);
  }

  public Lines(Taker taker) {
    this.taker = taker;
  }

  public void accept(byte[] chunk, int offset, int length) {
    int from = offset;
    for (int i = offset; i < offset + length; i++) {
      byte c = chunk[i];
      if (c == '\n') {
        keep(chunk, from, i - from);
        emit();
        number++;
        from = i + 1;
      } else if (returned) {
        keep(chunk, from, i - from);
        split(c);
        from = i;
      }
      returned = c == '\r';
    }
    keep(chunk, from, offset + length - from);
  }

  /// A carriage return that no newline follows ends a line too: consoles and old editors. Lines are
  /// counted by newlines, as everybody counts them.
  private void split(byte next) {
    if (next != '\r') {
      emit();
    }
  }

  /// Lines that need not be read.
  void skip(long lines) {
    number += lines;
  }

  /// A line ends here whose end was left out.
  void end() {
    emit();
    number++;
  }

  /// The last line may lack its newline.
  public void finish() {
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
    String text = pending.toString(StandardCharsets.UTF_8);
    pending.reset();
    boolean wasCut = cut;
    cut = false;
    taker.line(withoutMarks(text), number, wasCut);
  }

  /// Editors put a byte order mark before the first line, and consoles more than one `\r` behind
  /// any.
  private String withoutMarks(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\r') {
      end--;
    }
    int begin = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    return text.substring(Math.min(begin, end), end);
  }
}
