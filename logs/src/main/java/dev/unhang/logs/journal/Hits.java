package dev.unhang.logs.journal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What one file has to say, entry by entry. Most of the work, finding what matters, is done when
/// it is made, so that files can be worked on at the same time.
final class Hits implements OrderedEntries {
  /// Eight megabytes of offsets. Beyond that they are found while they are asked for.
  private static final int MAX_FOUND = 1 << 20;

  private final JournalFile file;
  private final long[] found;
  private final @Nullable HitScan rest;
  private final @Nullable ObjectReader objects;
  private final @Nullable EntryView entry;
  private int at;

  private Hits(JournalFile file, long[] found, @Nullable HitScan rest) {
    this.file = file;
    this.found = found;
    this.rest = rest;
    this.objects = found.length == 0 ? null : file.narrow();
    this.entry = objects == null ? null : new EntryView(objects);
  }

  static Hits of(JournalFile file, Selection.Test selection, MessageFilter filter) {
    HitScan scan = new HitScan(file, selection, filter);
    long[] found = new long[64];
    int count = 0;
    for (long offset = scan.next(); offset != 0; offset = scan.next()) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = offset;
      if (count == MAX_FOUND) {
        return new Hits(file, found, scan);
      }
    }
    return new Hits(file, Arrays.copyOf(found, count), null);
  }

  @Override
  public boolean advance() {
    while (true) {
      long offset = nextOffset();
      if (offset == 0 || entry == null) {
        return false;
      }
      if (entry.read(offset)) {
        return true;
      }
      file.damage().add(offset, "entry can't be read, left out");
    }
  }

  private long nextOffset() {
    if (at < found.length) {
      return found[at++];
    }
    return rest == null ? 0 : rest.next();
  }

  @Override
  public EntryKey key() {
    return entry().key();
  }

  JournalFile file() {
    return file;
  }

  ObjectReader objects() {
    if (objects == null) {
      throw new IllegalStateException("asked before advance() said yes");
    }
    return objects;
  }

  EntryView entry() {
    if (entry == null) {
      throw new IllegalStateException("asked before advance() said yes");
    }
    return entry;
  }
}
