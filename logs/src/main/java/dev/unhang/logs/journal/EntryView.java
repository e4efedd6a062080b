package dev.unhang.logs.journal;

/// One entry as it stands in its file; used again for the next.
///
/// ```c
/// struct EntryObject { ObjectHeader object; le64_t seqnum, realtime, monotonic;
///                      sd_id128_t boot_id; le64_t xor_hash;
///                      struct { le64_t object_offset, hash; } or, compact, le32_t, items[]; };
/// ```
///
/// Doc: src/libsystemd/sd-journal/journal-def.h (v252)
final class EntryView {
  static final int BYTES = 64;

  /// journald refuses entries with more fields.
  static final int MAX_FIELDS = 1024;

  private final ObjectReader objects;
  private final long[] fields = new long[MAX_FIELDS];
  private long offset;
  private int count;
  private final EntryKey key;

  EntryView(ObjectReader objects) {
    this.objects = objects;
    this.key = new EntryKey(objects.header().seqnumHigh(), objects.header().seqnumLow());
  }

  /// Where the entry is, in bytes.
  long offset() {
    return offset;
  }

  EntryKey key() {
    return key;
  }

  /// Reads the entry at an offset, without its fields.
  boolean readKey(long offset) {
    int at = objects.open(offset, ObjectReader.ENTRY, BYTES);
    if (at < 0) {
      return false;
    }
    count = 0;
    this.offset = offset;
    key.read(objects.bytes(), at);
    return true;
  }

  /// Reads the entry at an offset and where its fields are.
  boolean read(long offset) {
    if (!readKey(offset)) {
      return false;
    }
    int itemBytes = objects.itemBytes();
    int items = (int) Math.min((objects.size() - BYTES) / itemBytes, MAX_FIELDS);
    int at = objects.find(offset + BYTES, items * itemBytes);
    if (at < 0) {
      return false;
    }
    byte[] bytes = objects.bytes();
    boolean compact = itemBytes == 4;
    for (int i = 0; i < items; i++, at += itemBytes) {
      fields[i] = compact ? Words.u32(bytes, at) : Words.u64(bytes, at);
    }
    count = items;
    return true;
  }

  int count() {
    return count;
  }

  /// The offset of a field's DATA object, not yet checked.
  long field(int index) {
    return fields[index];
  }

  boolean has(long data) {
    for (int i = 0; i < count; i++) {
      if (fields[i] == data) {
        return true;
      }
    }
    return false;
  }
}
