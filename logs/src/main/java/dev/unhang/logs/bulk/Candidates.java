package dev.unhang.logs.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Words that lines which matter have, and whether one stands somewhere: what a bulk log is sifted
/// for.
///
/// A word of 7 bytes or more holds a whole aligned group of 4 bytes wherever it stands. So it is
/// enough to look at every fourth byte: four bytes at once, in a small table that knows four
/// consecutive groups of every word, those that other text is least likely to have.
public final class Candidates {
  /// Shortest word that can't slip between the groups.
  public static final int SHORTEST = 7;

  private static final VarHandle GROUP =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int WIDTH = 4;

  /// So few of the places are taken that hardly any other text meets one; those that text does ask
  /// for stay in the first-level cache, though 64 KiB of table don't.
  private static final int TABLE_BITS = 18;

  /// Knuth's multiplicative hash.
  private static final int GOLDEN = 0x9E3779B1;

  /// Words that most lines of most logs are made of: groups of theirs would be met all the time.
  private static final String EVERYDAY =
      " session opened closed for user root from unknown by uid unix authentication accepted"
          + " publickey password connection connected disconnected connect close received request"
          + " response status error failed failure warning timeout timed out device driver network"
          + " interface address memory detected enabled disabled initiating reset recovery firmware"
          + " watchdog queue started starting stopped stopping finished reached target service"
          + " kernel system systemd process thread message version config module Loading UFW BLOCK"
          + " MAC= SRC= DST= LEN= TTL= PROTO= SPT= DPT= Session Started Starting Stopped Stopping"
          + " Finished Reached Accepted Received Connection Connected Disconnected Failed Error:"
          + " Warning: Network Device Firmware Hardware Timeout not found has been due to with the"
          + " after before because since into over info debug notice 0000:0 0000:00 00:00: 20:00:";

  /// Beyond what characters by themselves make likely.
  private static final double OFTEN = 1e9;

  private final byte[][] words;

  /// Where the chosen groups of each word begin.
  private final int[] chosen;

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
    this.chosen = new int[this.words.length];
    this.groups = new int[this.words.length * WIDTH];
    this.next = new short[groups.length + 1];
    for (int word = 0; word < this.words.length; word++) {
      if (this.words[word].length < SHORTEST) {
        throw new IllegalArgumentException("too short to be found: " + all.get(word));
      }
      chosen[word] = rarest(this.words[word]);
      for (int shift = 0; shift < WIDTH; shift++) {
        add(word * WIDTH + shift, (int) GROUP.get(this.words[word], chosen[word] + shift));
      }
    }
  }

  /// Where the groups begin that other text is least likely to have.
  private static int rarest(byte[] word) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int begin = 0; begin + SHORTEST <= word.length; begin++) {
      double common = 0;
      for (int shift = 0; shift < WIDTH; shift++) {
        common += likelihood(word, begin + shift);
      }
      if (common < least) {
        least = common;
        best = begin;
      }
    }
    return best;
  }

  /// As if each character stood there by itself, but for what everyday lines have.
  private static double likelihood(byte[] word, int group) {
    if (EVERYDAY.contains(new String(word, group, WIDTH, StandardCharsets.US_ASCII))) {
      return OFTEN;
    }
    double likelihood = 1;
    for (int i = group; i < group + WIDTH; i++) {
      likelihood *= share(word[i]);
    }
    return likelihood;
  }

  /// How many of a thousand characters of a log are this one, roughly.
  private static int share(byte character) {
    return switch (character) {
      case ' ' -> 120;
      case 'e', 't', 'a', 'o', 'i', 'n', 's', 'r', ':', '0' -> 60;
      case 'd', 'l', 'c', 'u', 'h', 'm', 'p', 'f', 'g' -> 30;
      case 'q', 'x', 'z', 'j', '!', '<', '>', '[', ']', '\'' -> 2;
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> 40;
      case 'w', 'y', 'b', 'v', 'k' -> 10;
      default -> character >= 'A' && character <= 'Z' ? 8 : 15;
    };
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

  /// Whether a word may stand around four bytes. Says yes too often, never no where one does.
  ///
  /// @param group first byte lowest, at a distance of a multiple of 4 from where text begins
  boolean meet(int group) {
    return table[place(group)];
  }

  /// Whether the word that begins there is of a message that has more lines.
  boolean opens(byte[] bytes, int at, int to) {
    for (int i = 0; i < opening; i++) {
      if (isThere(words[i], bytes, at, to)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a word stands anywhere.
  public boolean any(byte[] bytes, int from, int to) {
    int last = to - WIDTH;
    for (int at = from; at <= last; at += WIDTH) {
      if (table[place((int) GROUP.get(bytes, at))] && wordAround(bytes, from, to, at) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Most often the first byte differs.
  private static boolean isThere(byte[] word, byte[] bytes, int begin, int to) {
    if (begin + word.length > to) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[begin + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  /// Where the word begins that stands around four bytes.
  ///
  /// @param at a multiple of 4 behind `from`; the bytes are there
  /// @return its first byte; -1 where there is none between `from` and `to`
  int wordAround(byte[] bytes, int from, int to, int at) {
    int group = (int) GROUP.get(bytes, at);
    for (int i = first[place(group)]; i > 0; i = next[i]) {
      if (groups[i - 1] == group) {
        int begin = at - chosen[(i - 1) / WIDTH] - (i - 1) % WIDTH;
        if (begin >= from && isThere(words[(i - 1) / WIDTH], bytes, begin, to)) {
          return begin;
        }
      }
    }
    return -1;
  }
}
