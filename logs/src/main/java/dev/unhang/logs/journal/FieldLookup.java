package dev.unhang.logs.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds where a field's DATA object is: by its hash, by the list of the field's values, and, where
/// both are damaged, object by object.
final class FieldLookup {
  /// Hash chains of sound files have a few links: journald starts another file before they grow.
  private static final int MAX_LINKS = 1 << 16;

  private static final int BUCKET_BYTES = 16;

  private final ObjectReader objects;
  private final Damage damage;
  private boolean sound = true;

  FieldLookup(ObjectReader objects, Damage damage) {
    this.objects = objects;
    this.damage = damage;
  }

  /// The offset of the DATA object of `NAME=value`; 0 where the file has no such field.
  long data(String field) {
    byte[] wanted = field.getBytes(StandardCharsets.US_ASCII);
    long hashed = byHash(wanted);
    if (hashed > 0) {
      return hashed;
    }
    long first = firstValue(field.substring(0, field.indexOf('=')));
    sound = hashed == 0 && first >= 0;
    long links = 0;
    for (long data = first; data > 0; ) {
      if (isData(data, wanted)) {
        return data;
      }
      long next = nextValue(data);
      if (next < 0 || ++links > MAX_LINKS) {
        sound = false;
        break;
      }
      data = next;
    }
    return sound ? 0 : byWalk(wanted);
  }

  /// The entries of the kernel. Where the field that marks them is lost, the name that the kernel's
  /// own messages bear has to do.
  EntryChain kernel() {
    long data = data("_TRANSPORT=kernel");
    if (data == 0 && !sound) {
      data = data("SYSLOG_IDENTIFIER=kernel");
    }
    return EntryChain.of(objects, damage, data);
  }

  /// The newest value of a field: the offset of its DATA object; 0 where the file doesn't have the
  /// field, -1 where that can't be told.
  long firstValue(String name) {
    byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
    JournalHeader header = objects.header();
    long field =
        bucket(header.fieldTable(), header.fieldTableBytes(), objects.header().hash(wanted));
    long before = 0;
    for (int links = 0; field > before && links < MAX_LINKS; links++) {
      int at = objects.open(field, ObjectReader.FIELD, ObjectReader.FIELD_BYTES + wanted.length);
      if (at < 0) {
        at = objects.open(field, ObjectReader.FIELD, ObjectReader.FIELD_BYTES);
        if (at < 0) {
          return -1;
        }
      } else if (objects.size() == ObjectReader.FIELD_BYTES + wanted.length
          && same(objects.bytes(), at + ObjectReader.FIELD_BYTES, wanted)) {
        return Words.u64(objects.bytes(), at + ObjectReader.FIELDS_FIRST_DATA);
      }
      before = field;
      field = Words.u64(objects.bytes(), at + ObjectReader.NEXT_IN_BUCKET);
    }
    return field == 0 ? 0 : -1;
  }

  /// The value that was met before this one; 0 after the last, -1 where that can't be told. Newer
  /// values come first, so offsets fall.
  long nextValue(long data) {
    int at = objects.open(data, ObjectReader.DATA, objects.dataBytes());
    if (at < 0) {
      return -1;
    }
    long next = Words.u64(objects.bytes(), at + ObjectReader.NEXT_OF_FIELD);
    return next >= 0 && next < data ? next : -1;
  }

  private long byHash(byte[] wanted) {
    JournalHeader header = objects.header();
    long hash = header.hash(wanted);
    long data = bucket(header.dataTable(), header.dataTableBytes(), hash);
    long before = 0;
    for (int links = 0; data > before && links < MAX_LINKS; links++) {
      int at = objects.open(data, ObjectReader.DATA, objects.dataBytes());
      if (at < 0) {
        return -1;
      }
      byte[] bytes = objects.bytes();
      long next = Words.u64(bytes, at + ObjectReader.NEXT_IN_BUCKET);
      if (Words.u64(bytes, at + ObjectReader.HASH) == hash) {
        if (!isData(data, wanted)) {
          damage.add(data, "field doesn't match its hash, the hash counts");
        }
        return data;
      }
      before = data;
      data = next;
    }
    return data == 0 ? 0 : -1;
  }

  /// The first object of a bucket; 0 where it is empty, -1 where there is no such table.
  private long bucket(long table, long tableBytes, long hash) {
    long buckets = tableBytes / BUCKET_BYTES;
    if (buckets <= 0 || table < ObjectReader.HEADER_BYTES || table > objects.end() - tableBytes) {
      return -1;
    }
    long bucket = Long.remainderUnsigned(hash, buckets);
    int at = objects.find(table + bucket * BUCKET_BYTES, BUCKET_BYTES);
    return at < 0 ? -1 : Words.u64(objects.bytes(), at);
  }

  private long byWalk(byte[] wanted) {
    damage.add(0, "the tables of fields are damaged, fields are looked for one by one");
    ObjectWalk walk = new ObjectWalk(objects, 0, objects.end());
    for (long data = walk.next(ObjectReader.DATA); data != 0; data = walk.next(ObjectReader.DATA)) {
      if (isData(data, wanted)) {
        return data;
      }
    }
    return 0;
  }

  private boolean isData(long data, byte[] wanted) {
    return objects.payload(data, wanted.length + 1)
        && objects.payloadTo() - objects.payloadFrom() == wanted.length
        && same(objects.payloadBytes(), objects.payloadFrom(), wanted);
  }

  private static boolean same(byte[] bytes, int at, byte[] wanted) {
    return Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
