package dev.unhang.logs.journal;

/// One thread's look at the objects of a file: every offset and size is checked before it is
/// followed.
///
/// ```c
/// struct ObjectHeader { uint8_t type, flags, reserved[6]; le64_t size; uint8_t payload[]; };
/// struct DataObject   { ObjectHeader object; le64_t hash, next_hash_offset, next_field_offset,
///                       entry_offset, entry_array_offset, n_entries;
///                       /* compact: */ le32_t tail_entry_array_offset,
///                       tail_entry_array_n_entries; uint8_t payload[]; };
/// struct FieldObject  { ObjectHeader object; le64_t hash, next_hash_offset, head_data_offset;
///                       uint8_t payload[]; };
/// struct EntryArrayObject { ObjectHeader object; le64_t next_entry_array_offset;
///                       le64_t or, compact, le32_t items[]; };
/// ```
///
/// Doc: src/libsystemd/sd-journal/journal-def.h (v252)
final class ObjectReader {
  static final int DATA = 1;
  static final int FIELD = 2;
  static final int ENTRY = 3;
  static final int ENTRY_ARRAY = 6;

  static final int HEADER_BYTES = 16;
  static final int FIELD_BYTES = 40;
  static final int ARRAY_BYTES = 24;

  static final int HASH = 16;
  static final int NEXT_IN_BUCKET = 24;
  static final int NEXT_OF_FIELD = 32;
  static final int FIELDS_FIRST_DATA = 32;
  static final int FIRST_ENTRY = 40;
  static final int FIRST_ARRAY = 48;
  static final int ENTRY_COUNT = 56;
  static final int NEXT_ARRAY = 16;

  private static final int DATA_BYTES = 64;
  private static final int COMPACT_DATA_BYTES = 72;

  /// Above the longest message the kernel logs; a value is looked at no further. A field may be 768
  /// MiB long, or a bomb.
  static final int MAX_VALUE = 64 << 10;

  private final JournalHeader header;
  private final Windows windows;
  private final Compression compression = new Compression();
  private byte[] scratch = new byte[0];
  private long size;
  private int flags;

  /// What [#payload] has found.
  private byte[] payload = scratch;

  private int from;
  private int to;
  private boolean cut;
  private boolean shared;

  ObjectReader(JournalHeader header, Windows windows) {
    this.header = header;
    this.windows = windows;
  }

  JournalHeader header() {
    return header;
  }

  long end() {
    return windows.end();
  }

  byte[] bytes() {
    return windows.bytes();
  }

  /// Where a range begins in [#bytes]; -1 where the file doesn't have it.
  int find(long offset, int length) {
    return windows.find(offset, length);
  }

  /// The size of the object that was opened last.
  long size() {
    return size;
  }

  /// How many bytes an entry's item takes.
  int itemBytes() {
    return header.isCompact() ? 4 : 16;
  }

  /// How many bytes an array's item takes.
  int linkBytes() {
    return header.isCompact() ? 4 : 8;
  }

  int dataBytes() {
    return header.isCompact() ? COMPACT_DATA_BYTES : DATA_BYTES;
  }

  /// Finds an object and checks its header.
  ///
  /// @param least how many bytes it has to have; they lie in the window
  /// @return where it begins in [#bytes]; -1 where there is no such object
  int open(long offset, int type, int least) {
    if ((offset & 7) != 0 || offset < header.size()) {
      return -1;
    }
    int at = windows.find(offset, least);
    if (at < 0) {
      return -1;
    }
    byte[] bytes = windows.bytes();
    size = Words.u64(bytes, at + 8);
    flags = bytes[at + 1];
    boolean believable =
        bytes[at] == type && size >= least && size <= windows.end() - offset && size > 0;
    return believable ? at : -1;
  }

  /// An item of an ENTRY_ARRAY object: an offset, 0 where it isn't used yet or can't be read.
  long link(long array, long which) {
    int bytes = linkBytes();
    int at = find(array + ARRAY_BYTES + which * bytes, bytes);
    if (at < 0) {
      return 0;
    }
    return bytes == 4 ? Words.u32(bytes(), at) : Words.u64(bytes(), at);
  }

  /// How many items of an ENTRY_ARRAY object are used: those that aren't yet are 0.
  ///
  /// @param items how many it has room for
  long usedLinks(long array, long items) {
    long used = 0;
    for (long unused = items; used < unused; ) {
      long middle = used + (unused - used) / 2;
      if (link(array, middle) != 0) {
        used = middle + 1;
      } else {
        unused = middle;
      }
    }
    return used;
  }

  /// Reads the field, `NAME=value`, of a DATA object, up to a bound.
  ///
  /// @return whether it could be read; then it is where [#payloadBytes] and its like say, until
  ///   anything else is looked at
  boolean payload(long data, int most) {
    int at = open(data, DATA, dataBytes());
    if (at < 0) {
      return false;
    }
    shared = Words.u64(windows.bytes(), at + ENTRY_COUNT) > 1;
    long length = size - dataBytes();
    cut = length > most;
    int wanted = (int) Math.min(length, most);
    if ((flags & Compression.ANY) != 0) {
      return decompress(data + dataBytes(), length, most);
    }
    if (wanted <= Windows.MAX_RANGE) {
      from = windows.find(data + dataBytes(), wanted);
      to = from + wanted;
      payload = windows.bytes();
      return from >= 0;
    }
    payload = copy(data + dataBytes(), wanted, room(0, wanted));
    from = 0;
    to = wanted;
    return payload.length > 0;
  }

  private boolean decompress(long offset, long length, int most) {
    if (length > MAX_VALUE) {
      return false;
    }
    int in = (int) length;
    int how = flags;
    byte[] buffer = room(most, in);
    byte[] compressed = windows.bytes();
    int begin = in <= Windows.MAX_RANGE ? windows.find(offset, in) : -1;
    if (begin >= 0) {
      compressed = windows.bytes();
    } else {
      compressed = copy(offset, in, new byte[in]);
      begin = 0;
      if (compressed.length == 0) {
        return false;
      }
    }
    int filled = compression.decompress(how, compressed, begin, begin + in, buffer, most);
    payload = buffer;
    from = 0;
    to = filled;
    cut = filled == most;
    return filled >= 0;
  }

  /// A range that may be longer than a window; empty where the file doesn't have it.
  private byte[] copy(long offset, int length, byte[] into) {
    for (int done = 0; done < length; ) {
      int part = Math.min(length - done, Windows.MAX_RANGE);
      int at = windows.find(offset + done, part);
      if (at < 0) {
        return new byte[0];
      }
      System.arraycopy(windows.bytes(), at, into, done, part);
      done += part;
    }
    return into;
  }

  private byte[] room(int first, int second) {
    int length = Math.max(first, second);
    if (scratch.length < length) {
      scratch = new byte[length];
    }
    return scratch;
  }

  byte[] payloadBytes() {
    return payload;
  }

  int payloadFrom() {
    return from;
  }

  int payloadTo() {
    return to;
  }

  /// Whether several entries have the field.
  boolean isShared() {
    return shared;
  }

  /// Whether the field goes on beyond what was read.
  boolean isCut() {
    return cut;
  }
}
