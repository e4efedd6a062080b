package dev.unhang.logs.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a small journal file: made up, for what no journald at hand writes, such as fields
/// compressed as older ones did, and for fields that are bombs. journalctl reads these files too:
/// see JournalctlTest.
final class MadeUpJournal {
  /// How a field is stored.
  interface Packing {
    byte[] pack(byte[] field);
  }

  /// @param flag of the object
  /// @param incompatible of the header
  record Compression(int flag, int incompatible, Packing packing) {}

  static final Compression NONE = new Compression(0, 0, field -> field);

  private static final int HEADER = 264;
  private static final int BUCKETS = 7;
  private static final long BOOT_HIGH = 0x0123456789abcdefL;
  private static final long BOOT_LOW = 0x0f1e2d3c4b5a6978L;

  private final boolean compact;
  private final Compression compression;
  private final List<List<String>> entries = new ArrayList<>();
  private final Map<String, Integer> dataOffsets = new LinkedHashMap<>();
  private final Map<String, Integer> fieldOffsets = new LinkedHashMap<>();
  private final ByteBuffer file = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
  private final Map<Integer, Integer> bucketTails = new LinkedHashMap<>();
  private int objects;

  MadeUpJournal(boolean compact, Compression compression) {
    this.compact = compact;
    this.compression = compression;
  }

  /// Adds an entry of the kernel.
  MadeUpJournal message(String text) {
    return entry("_TRANSPORT=kernel", "SYSLOG_IDENTIFIER=kernel", "MESSAGE=" + text);
  }

  /// Adds an entry with these fields and its boot.
  MadeUpJournal entry(String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.add(all.size() - 1, "_BOOT_ID=" + Words.id(BOOT_HIGH, BOOT_LOW));
    entries.add(all);
    return this;
  }

  private int begin(int type, int flags, int size) {
    int at = file.position() + 7 & ~7;
    file.position(at + size);
    file.put(at, (byte) type).put(at + 1, (byte) flags).putLong(at + 8, size);
    objects++;
    return at;
  }

  byte[] write() {
    file.position(HEADER);
    int fieldTable = begin(5, 0, 16 + 16 * BUCKETS) + 16;
    int dataTable = begin(4, 0, 16 + 16 * BUCKETS) + 16;
    Map<String, List<Integer>> users = new LinkedHashMap<>();
    List<Integer> offsets = new ArrayList<>();
    for (List<String> entry : entries) {
      for (String field : entry) {
        data(field, dataTable, fieldTable);
      }
      int itemBytes = compact ? 4 : 16;
      int at = begin(3, 0, 64 + itemBytes * entry.size());
      int number = offsets.size() + 1;
      file.putLong(at + 16, number).putLong(at + 24, 1_700_000_000_000_000L + number);
      file.putLong(at + 32, number * 1000L);
      file.order(ByteOrder.BIG_ENDIAN).putLong(at + 40, BOOT_HIGH).putLong(at + 48, BOOT_LOW);
      file.order(ByteOrder.LITTLE_ENDIAN).putLong(at + 56, number);
      for (int i = 0; i < entry.size(); i++) {
        String field = entry.get(i);
        int data = dataOffsets.getOrDefault(field, 0);
        if (compact) {
          file.putInt(at + 64 + 4 * i, data);
        } else {
          file.putLong(at + 64 + 16 * i, data).putLong(at + 72 + 16 * i, file.getLong(data + 16));
        }
        users.computeIfAbsent(field, unused -> new ArrayList<>()).add(at);
      }
      offsets.add(at);
    }
    users.forEach((field, used) -> {
      int data = dataOffsets.getOrDefault(field, 0);
      file.putLong(data + 40, used.getFirst()).putLong(data + 56, used.size());
      if (used.size() > 1) {
        file.putLong(data + 48, array(used.subList(1, used.size())));
      }
    });
    int all = array(offsets);
    header(fieldTable, dataTable, all);
    return Arrays.copyOf(file.array(), file.position() + 7 & ~7);
  }

  private void header(int fieldTable, int dataTable, int all) {
    file.put(0, "LPKSHHRH".getBytes(StandardCharsets.US_ASCII));
    file.putInt(12, compression.incompatible() | (compact ? 1 << 4 : 0));
    file.put(16, (byte) 2);
    for (int i = 0; i < 16; i++) {
      file.put(24 + i, (byte) (i + 1)).put(40 + i, (byte) 7).put(72 + i, (byte) (i + 1));
    }
    file.order(ByteOrder.BIG_ENDIAN).putLong(56, BOOT_HIGH).putLong(64, BOOT_LOW);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(88, HEADER).putLong(96, (file.position() + 7 & ~7) - HEADER);
    file.putLong(104, dataTable).putLong(112, 16L * BUCKETS);
    file.putLong(120, fieldTable).putLong(128, 16L * BUCKETS);
    file.putLong(136, all).putLong(144, objects).putLong(152, entries.size());
    file.putLong(160, entries.size()).putLong(168, 1).putLong(176, all);
    file.putLong(184, 1_700_000_000_000_001L);
    file.putLong(192, 1_700_000_000_000_000L + entries.size());
    file.putLong(200, entries.size() * 1000L);
    file.putLong(208, dataOffsets.size()).putLong(216, fieldOffsets.size());
    file.putLong(232, objects - 2L - dataOffsets.size() - fieldOffsets.size() - entries.size());
  }

  private int array(List<Integer> offsets) {
    int bytes = compact ? 4 : 8;
    int at = begin(6, 0, 24 + bytes * offsets.size());
    for (int i = 0; i < offsets.size(); i++) {
      if (compact) {
        file.putInt(at + 24 + 4 * i, offsets.get(i));
      } else {
        file.putLong(at + 24 + 8 * i, offsets.get(i));
      }
    }
    return at;
  }

  private void data(String field, int dataTable, int fieldTable) {
    if (dataOffsets.containsKey(field)) {
      return;
    }
    byte[] plain = field.getBytes(StandardCharsets.UTF_8);
    boolean packed = plain.length > 64;
    byte[] stored = packed ? compression.packing().pack(plain) : plain;
    int head = compact ? 72 : 64;
    int at = begin(1, packed ? compression.flag() : 0, head + stored.length);
    file.put(at + head, stored);
    dataOffsets.put(field, at);
    link(at, plain, dataTable);
    String name = field.substring(0, field.indexOf('='));
    int owner = fieldOffsets.computeIfAbsent(name, unused -> field(name, fieldTable));
    file.putLong(at + 32, file.getLong(owner + 32));
    file.putLong(owner + 32, at);
  }

  private int field(String name, int fieldTable) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int at = begin(2, 0, 40 + bytes.length);
    file.put(at + 40, bytes);
    link(at, bytes, fieldTable);
    return at;
  }

  private void link(int at, byte[] plain, int table) {
    long hash = JournalHash.lookup3(plain);
    file.putLong(at + 16, hash);
    int bucket = table + 16 * (int) Long.remainderUnsigned(hash, BUCKETS);
    Integer tail = bucketTails.put(bucket, at);
    if (tail == null) {
      file.putLong(bucket, at);
    } else {
      file.putLong(tail + 24, at);
    }
    file.putLong(bucket + 8, at);
  }
}
