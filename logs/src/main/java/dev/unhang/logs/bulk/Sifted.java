package dev.unhang.logs.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// What one pass over whole lines finds, eight bytes at a time: where lines may matter, and how
/// many lines end before any place.
///
/// The loop is written so that the JVM's first compiler makes fast code of it: a process that sifts
/// a gigabyte has ended before the second would be done.
final class Sifted {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
  private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
  private static final long SUM = 0x0001000100010001L;

  /// Newlines are counted in the eight bytes of a word, which hold no more than 255 each.
  private static final int STRIPE = 1 << 10;

  private final Candidates candidates;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final int[] newlinesBefore;
  private int[] places = new int[16];
  private int count;
  private int nextLine;

  /// Looks at all of it.
  ///
  /// @param from where a line begins
  Sifted(Candidates candidates, byte[] bytes, int from, int to) {
    this.candidates = candidates;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.nextLine = from;
    this.newlinesBefore = new int[(to - from) / STRIPE + 1];
    int begin = from;
    for (int stripe = 1; stripe < newlinesBefore.length; stripe++) {
      newlinesBefore[stripe] = newlinesBefore[stripe - 1] + whole(begin, begin + STRIPE);
      begin += STRIPE;
    }
    int tail = to - (to - begin) % Long.BYTES;
    whole(begin, tail);
    if (to - tail >= Integer.BYTES) {
      look(tail);
    }
  }

  /// @return how many newlines there are
  private int whole(int begin, int end) {
    // The first compiler reads a field as often as it is named.
    byte[] text = bytes;
    Candidates sought = candidates;
    long newlines = 0;
    for (int at = begin; at < end; at += Long.BYTES) {
      long word = (long) WORD.get(text, at);
      if (sought.meet((int) word)) {
        look(at);
      }
      if (sought.meet((int) (word >>> Integer.SIZE))) {
        look(at + Integer.BYTES);
      }
      newlines += newlinesIn(word);
    }
    return sum(newlines);
  }

  /// A bit in each byte that is a newline: only such a byte has no bit left after the comparison.
  private static long newlinesIn(long word) {
    long differs = word ^ NEWLINES;
    return (~((differs & LOW_BITS) + LOW_BITS | differs) & ~LOW_BITS) >>> Byte.SIZE - 1;
  }

  private static int sum(long bytes) {
    long pairs = (bytes & EVEN_BYTES) + (bytes >>> Byte.SIZE & EVEN_BYTES);
    return (int) (pairs * SUM >>> Long.SIZE - Short.SIZE);
  }

  private void look(int at) {
    int place = candidates.wordAround(bytes, from, to, at);
    if (place >= nextLine) {
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }
      places[count++] = place;
      nextLine = Block.lineStart(bytes, place, to);
    }
  }

  /// The first place that may matter, at or behind another; `to` where there is none.
  int placeFrom(int at) {
    int found = Arrays.binarySearch(places, 0, count, at);
    int index = found >= 0 ? found : -found - 1;
    return index < count ? places[index] : to;
  }

  /// How many newlines there are before a place.
  int newlinesUpTo(int place) {
    int stripe = (place - from) / STRIPE;
    int newlines = newlinesBefore[stripe];
    for (int at = from + stripe * STRIPE; at < place; at++) {
      newlines += bytes[at] == '\n' ? 1 : 0;
    }
    return newlines;
  }
}
