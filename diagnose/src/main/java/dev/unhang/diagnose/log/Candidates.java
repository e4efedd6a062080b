package dev.unhang.diagnose.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds places in bytes where one of some words stands: the one cheap pass over a bulk log.
///
/// A word of 7 bytes or more holds a whole aligned group of 4 bytes wherever it stands. So it is
/// enough to look at every fourth byte: four bytes at once, in a small table that knows the first
/// four groups of every word.
public final class Candidates {
  /// Shortest word that can't slip between the groups.
  public static final int SHORTEST = 7;

  private static final VarHandle GROUP =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int WIDTH = 4;

  /// 16 KiB of table stay in the first-level cache, and so few of its places are taken that hardly
  /// any other text meets one.
  private static final int TABLE_BITS = 14;

  /// Knuth's multiplicative hash.
  private static final int GOLDEN = 0x9E3779B1;

  private final byte[][] words;
  private final int opening;
  private final boolean[] table = new boolean[1 << TABLE_BITS];

  /// By place in the table: the first of the groups that fall there, counted from 1; then of each
  /// group the next one.
  private final short[] first = new short[1 << TABLE_BITS];

  private final short[] next;
  private final int[] groups;

  /// Words are ASCII, none shorter than [#SHORTEST].
  ///
  /// @param opening words of messages that have lines before and behind them
  /// @param single words of messages that stand alone
  public Candidates(List<String> opening, List<String> single) {
    List<String> all = new ArrayList<>(opening);
    all.addAll(single);
    this.opening = opening.size();
    this.words =
        all.stream().map(word -> word.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);
    this.groups = new int[this.words.length * WIDTH];
    this.next = new short[groups.length + 1];
    for (int word = 0; word < this.words.length; word++) {
      if (this.words[word].length < SHORTEST) {
        throw new IllegalArgumentException("too short to be found: " + all.get(word));
      }
      for (int shift = 0; shift < WIDTH; shift++) {
        add(word * WIDTH + shift, (int) GROUP.get(this.words[word], shift));
      }
    }
  }

  private void add(int index, int group) {
    int place = place(group);
    groups[index] = group;
    next[index + 1] = first[place];
    first[place] = (short) (index + 1);
    table[place] = true;
  }

  private static int place(int group) {
    return (group * GOLDEN) >>> (Integer.SIZE - TABLE_BITS);
  }

  /// Where the next word begins.
  ///
  /// @return its first byte; -1 where there is none up to `to`
  public int next(byte[] bytes, int from, int to) {
    int last = to - WIDTH;
    for (int at = from; at <= last; at += WIDTH) {
      int group = (int) GROUP.get(bytes, at);
      if (table[place(group)]) {
        int found = wordAround(bytes, from, to, at, group);
        if (found >= 0) {
          return found;
        }
      }
    }
    return -1;
  }

  /// Whether the word that begins there is of a message that has more lines.
  boolean opens(byte[] bytes, int at, int to) {
    for (int i = 0; i < opening; i++) {
      int end = at + words[i].length;
      if (end <= to && Arrays.equals(bytes, at, end, words[i], 0, words[i].length)) {
        return true;
      }
    }
    return false;
  }

  /// Whether any word stands there.
  public boolean any(byte[] bytes, int from, int to) {
    return next(bytes, from, to) >= 0;
  }

  private int wordAround(byte[] bytes, int from, int to, int at, int group) {
    for (int i = first[place(group)]; i > 0; i = next[i]) {
      int begin = at - (i - 1) % WIDTH;
      byte[] word = words[(i - 1) / WIDTH];
      int end = begin + word.length;
      if (groups[i - 1] == group
          && begin >= from
          && end <= to
          && Arrays.equals(bytes, begin, end, word, 0, word.length)) {
        return begin;
      }
    }
    return -1;
  }
}
