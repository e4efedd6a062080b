package dev.unhang.logs.bulk;

import dev.unhang.model.host.ByteSource;
import java.nio.ByteBuffer;

/// Whole lines of a bulk log, with the places in them that may matter. Blocks are cut and sifted
/// independently of each other, so several threads can do it; they are read in order.
public final class Block {
  /// Bytes of text a block covers, without the end of its last line.
  public static final int SIZE = 512 << 10;

  /// Bytes read at once: on their way they are copied, and so many stay in the nearest caches.
  private static final int AT_ONCE = 64 << 10;

  private final Candidates candidates;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final Sifted sifted;
  private final long span;

  private Block(Candidates candidates, byte[] bytes, int from, int to, long span) {
    this.candidates = candidates;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.sifted = new Sifted(candidates, bytes, from, to);
    this.span = span;
  }

  /// Sifts whole lines.
  ///
  /// @param bytes kept, not copied
  public static Block of(Candidates candidates, byte[] bytes, int from, int to) {
    return new Block(candidates, bytes, from, to, to - from);
  }

  /// Reads and sifts the lines that begin in a span of a source. A line that is too long to be kept
  /// loses its end.
  ///
  /// @param begin where the span begins; line starts are told by what is before
  /// @param end where the next block's span begins
  /// @param buffer of [#room()] bytes, the block's own from now on
  /// @return a block without lines where none begins in the span
  public static Block read(
      ByteSource source, Candidates candidates, long begin, long end, byte[] buffer) {
    long first = Math.max(0, begin - 1);
    int wanted = (int) (end - first);
    int length = fill(source, first, buffer, 0, wanted);
    int from = begin == 0 ? 0 : lineStart(buffer, 0, length);
    if (length < wanted || from >= length && begin != 0) {
      return new Block(candidates, buffer, Math.min(from, length), length, first + length - begin);
    }
    int to = length;
    while (buffer[to - 1] != '\n' && to < buffer.length) {
      int more = fill(source, first + to, buffer, to, Math.min(to + 4096, buffer.length));
      int line = lineStart(buffer, to, more);
      if (more == to || line < more || more > to && buffer[more - 1] == '\n') {
        to = line;
        break;
      }
      to = more;
    }
    return new Block(candidates, buffer, from, to, end - begin);
  }

  /// Reads and sifts a span of a source, wherever lines begin in it: a word across its border is
  /// not found.
  ///
  /// @param buffer of [#room()] bytes, the block's own from now on
  /// @return a shorter block where the source ends earlier
  public static Block exactly(
      ByteSource source, Candidates candidates, long begin, long end, byte[] buffer) {
    return of(candidates, buffer, 0, fill(source, begin, buffer, 0, (int) (end - begin)));
  }

  /// Bytes a buffer must have: the byte before the span, the span, and a line's end.
  public static int room() {
    return 1 + SIZE + Lines.MAX_BYTES + 1;
  }

  /// Behind the next newline; `to` where there is none.
  static int lineStart(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        return at + 1;
      }
    }
    return to;
  }

  /// @return how far the buffer is filled; less than wanted where the source ends
  private static int fill(ByteSource source, long offset, byte[] buffer, int from, int to) {
    int at = from;
    while (at < to) {
      ByteBuffer into = ByteBuffer.wrap(buffer, at, Math.min(to - at, AT_ONCE));
      int read = source.read(offset + at - from, into);
      if (read <= 0) {
        break;
      }
      at += read;
    }
    return at;
  }

  /// How many lines end between two places.
  public int newlines(int begin, int end) {
    return sifted.newlinesUpTo(end) - sifted.newlinesUpTo(begin);
  }

  /// How many lines end before a place, or stand unfinished there.
  int lines(int begin, int end) {
    boolean unfinished = end > begin && bytes[end - 1] != '\n';
    return newlines(begin, end) + (unfinished ? 1 : 0);
  }

  /// The lines, from [#from()] to [#to()].
  public byte[] bytes() {
    return bytes;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  /// The first place that may matter, at or behind another; `to` where there is none.
  public int placeFrom(int at) {
    return sifted.placeFrom(at);
  }

  /// Whether what begins at a place has more lines before and behind it.
  boolean opens(int place) {
    return candidates.opens(bytes, place, to);
  }

  /// Bytes of the log it stands for: the whole blocks of a log add up to the log.
  public long span() {
    return span;
  }
}
