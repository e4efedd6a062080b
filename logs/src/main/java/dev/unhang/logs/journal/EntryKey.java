package dev.unhang.logs.journal;

/// What decides where an entry stands in a journal of several files, and names it in a cursor. Used
/// again from entry to entry.
final class EntryKey {
  private long counterHigh;
  private long counterLow;
  long seqnum;
  long realtime;
  long monotonic;
  long bootHigh;
  long bootLow;
  long xorHash;

  /// @param counterHigh of the id of the counter that numbered the entries
  EntryKey(long counterHigh, long counterLow) {
    this.counterHigh = counterHigh;
    this.counterLow = counterLow;
  }

  /// Takes the key out of an ENTRY object.
  void read(byte[] bytes, int at) {
    seqnum = Words.u64(bytes, at + 16);
    realtime = Words.u64(bytes, at + 24);
    monotonic = Words.u64(bytes, at + 32);
    bootHigh = Words.id(bytes, at + 40);
    bootLow = Words.id(bytes, at + 48);
    xorHash = Words.u64(bytes, at + 56);
  }

  EntryKey copy() {
    EntryKey copy = new EntryKey(counterHigh, counterLow);
    copy.takeFrom(this);
    return copy;
  }

  /// Becomes the key of an entry of any file.
  void become(EntryKey other) {
    counterHigh = other.counterHigh;
    counterLow = other.counterLow;
    takeFrom(other);
  }

  /// Becomes the key of another entry of the same file.
  void takeFrom(EntryKey other) {
    seqnum = other.seqnum;
    realtime = other.realtime;
    monotonic = other.monotonic;
    bootHigh = other.bootHigh;
    bootLow = other.bootLow;
    xorHash = other.xorHash;
  }

  boolean isOfSameBoot(EntryKey other) {
    return bootHigh == other.bootHigh && bootLow == other.bootLow;
  }

  /// journalctl's order; 0 where both are the same entry, in two files.
  ///
  /// Doc: src/libsystemd/sd-journal/journal-file.c, journal_file_compare_locations() (v252)
  int compareTo(EntryKey other) {
    int order = 0;
    if (counterHigh == other.counterHigh && counterLow == other.counterLow) {
      order = Long.compareUnsigned(seqnum, other.seqnum);
    }
    if (order == 0 && isOfSameBoot(other)) {
      order = Long.compareUnsigned(monotonic, other.monotonic);
    }
    if (order == 0) {
      order = Long.compareUnsigned(realtime, other.realtime);
    }
    return order == 0 ? Long.compareUnsigned(xorHash, other.xorHash) : order;
  }

  String boot() {
    return Words.id(bootHigh, bootLow);
  }

  /// What journalctl prints as the entry's cursor.
  ///
  /// Doc: src/libsystemd/sd-journal/sd-journal.c, sd_journal_get_cursor() (v252)
  String cursor() {
    return "s="
        + Words.id(counterHigh, counterLow)
        + ";i="
        + Long.toHexString(seqnum)
        + ";b="
        + boot()
        + ";m="
        + Long.toHexString(monotonic)
        + ";t="
        + Long.toHexString(realtime)
        + ";x="
        + Long.toHexString(xorHash);
  }
}
