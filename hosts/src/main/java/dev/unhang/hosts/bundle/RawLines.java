package dev.unhang.hosts.bundle;

import java.util.Arrays;

/// Cuts bytes that come in chunks of any size into lines, as they are. What is behind the longest
/// that is kept is left out.
final class RawLines {
  /// No answer that is asked for has a line so long.
  private static final int MAX_BYTES = 1 << 20;

  private final Taker taker;
  private byte[] line = new byte[4096];
  private int length;

  /// Takes one line.
  interface Taker {
    /// @param bytes holds the line, and room for one byte behind it; good until the taker returns
    void line(byte[] bytes, int length);
  }

  RawLines(Taker taker) {
    this.taker = taker;
  }

  void accept(byte[] chunk, int offset, int count) {
    int from = offset;
    for (int at = offset; at < offset + count; at++) {
      if (chunk[at] == '\n') {
        keep(chunk, from, at - from);
        emit();
        from = at + 1;
      }
    }
    keep(chunk, from, offset + count - from);
  }

  /// The last line may lack its newline.
  void finish() {
    if (length > 0) {
      emit();
    }
  }

  private void keep(byte[] chunk, int from, int count) {
    int kept = Math.min(count, MAX_BYTES - length);
    if (length + kept >= line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + kept + 1));
    }
    System.arraycopy(chunk, from, line, length, kept);
    length += kept;
  }

  private void emit() {
    taker.line(line, length);
    length = 0;
  }
}
