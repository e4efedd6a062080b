package dev.unhang.logs.journal;

import dev.unhang.model.host.ByteSource;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/// A file seen through a few windows, used again and again: reading it takes the same memory
/// whatever its length. For one thread.
final class Windows {
  /// The longest range that is promised to lie in one window.
  static final int MAX_RANGE = 32 << 10;

  private static final int PAGE = 4 << 10;

  /// What begins this close behind a window goes on reading there; anything else is looked at by
  /// itself, and little is read of it: a field that was written long ago.
  private static final int NEAR = 16 << 10;

  private static final int SHORT = 16 << 10;

  private final ByteSource source;
  private final long end;
  private final byte[][] windows;
  private final long[] starts;
  private final int[] lengths;
  private final long[] lastUse;
  private final int behind;
  private long uses;
  private int shown;
  private byte[] bytes;
  private long start;
  private int length;

  /// @param end where the file ends for us, though it may have grown
  /// @param count of windows; objects that are looked at in turn lie in several places
  /// @param size of one; a range longer than half of it may not be found
  Windows(ByteSource source, long end, int count, int size) {
    this.source = source;
    this.end = end;
    this.windows = new byte[count][size];
    this.starts = new long[count];
    this.lengths = new int[count];
    this.lastUse = new long[count];
    this.behind = size / 8;
    this.bytes = windows[0];
  }

  long end() {
    return end;
  }

  /// The window in which the last range was found.
  byte[] bytes() {
    return bytes;
  }

  /// Where in [#bytes] a range begins; -1 where the file doesn't have it.
  int find(long offset, int wanted) {
    long at = offset - start;
    if (at >= 0 && at + wanted <= length) {
      return (int) at;
    }
    return elsewhere(offset, wanted);
  }

  private int elsewhere(long offset, int wanted) {
    if (offset < 0 || offset > end - wanted) {
      return -1;
    }
    int oldest = 0;
    boolean goesOn = false;
    for (int i = 0; i < windows.length; i++) {
      long at = offset - starts[i];
      if (at >= 0 && at + wanted <= lengths[i]) {
        return show(i, at);
      }
      goesOn |= at >= 0 && at <= lengths[i] + NEAR;
      if (lastUse[i] < lastUse[oldest]) {
        oldest = i;
      }
    }
    long from = Math.max(0, offset - (goesOn ? behind : 0)) / PAGE * PAGE;
    fill(
        oldest, from, goesOn ? Integer.MAX_VALUE : (int) (offset - from) + Math.max(wanted, SHORT));
    long at = offset - starts[oldest];
    return at + wanted <= lengths[oldest] ? show(oldest, at) : -1;
  }

  private int show(int window, long at) {
    lastUse[window] = ++uses;
    shown = window;
    bytes = windows[window];
    start = starts[window];
    length = lengths[window];
    return (int) at;
  }

  /// Begins a little before what is asked for: an entry's fields were written just before it.
  private void fill(int window, long from, int wanted) {
    if (shown == window) {
      length = 0;
    }
    int most = (int) Math.min(Math.min(wanted, windows[window].length), end - from);
    ByteBuffer into = ByteBuffer.wrap(windows[window], 0, most);
    lengths[window] = 0;
    starts[window] = from;
    try {
      while (into.hasRemaining() && source.read(from + into.position(), into) > 0) {
        lengths[window] = into.position();
      }
    } catch (UncheckedIOException unreadable) {
      // What could be read up to here counts; the rest is missed by whoever looks for it.
      lengths[window] = into.position();
    }
  }
}
