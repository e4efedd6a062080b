package dev.unhang.logs.journal;

import java.util.Arrays;

/// Some entries of one file that follow each other, and their lines once they are written.
final class JsonPage {
  private static final int KEY_WORDS = 6;

  private final long[] offsets;
  private int next;
  private int[] ends = new int[0];
  private long[] keys = new long[0];
  private int lines;

  JsonPage(long[] offsets) {
    this.offsets = offsets;
  }

  boolean isWritten() {
    return lines > 0 || next == offsets.length;
  }

  /// Whether there are entries beyond those that were written.
  boolean goesOn() {
    return next < offsets.length;
  }

  int lines() {
    return lines;
  }

  /// Writes as many lines as there is room for, and at least one where there is any.
  void write(JsonEntry entries, JsonBytes out, int maxBytes) {
    out.cutTo(0);
    lines = 0;
    ends = new int[offsets.length - next];
    keys = new long[ends.length * KEY_WORDS];
    while (next < offsets.length && out.length() < maxBytes) {
      if (entries.write(offsets[next++], out)) {
        ends[lines] = out.length();
        keep(entries.key(), lines * KEY_WORDS);
        lines++;
      }
    }
  }

  private void keep(EntryKey key, int at) {
    keys[at] = key.seqnum;
    keys[at + 1] = key.realtime;
    keys[at + 2] = key.monotonic;
    keys[at + 3] = key.bootHigh;
    keys[at + 4] = key.bootLow;
    keys[at + 5] = key.xorHash;
  }

  void key(int line, EntryKey into) {
    int at = line * KEY_WORDS;
    into.seqnum = keys[at];
    into.realtime = keys[at + 1];
    into.monotonic = keys[at + 2];
    into.bootHigh = keys[at + 3];
    into.bootLow = keys[at + 4];
    into.xorHash = keys[at + 5];
  }

  int begin(int line) {
    return line == 0 ? 0 : ends[line - 1];
  }

  int end(int line) {
    return ends[line];
  }

  /// The entries that were not written.
  JsonPage rest() {
    return new JsonPage(Arrays.copyOfRange(offsets, next, offsets.length));
  }
}
