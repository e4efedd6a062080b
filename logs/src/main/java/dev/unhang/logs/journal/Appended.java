package dev.unhang.logs.journal;

import java.util.Arrays;

/// What one look found behind the end that a file had at the look before: the kernel's entries, and
/// those that tell how a boot ended, written as lines of JSON when their turn has come.
final class Appended implements OrderedEntries {
  private final EntryView entry;
  private final JsonEntry writer;
  private final long[] offsets;
  private int next;

  /// @param offsets of entries that can be read, in their order
  Appended(ObjectReader objects, Damage damage, long[] offsets) {
    this.entry = new EntryView(objects);
    this.writer = new JsonEntry(objects, damage, Selection.ALL.test());
    this.offsets = Arrays.copyOf(offsets, offsets.length);
  }

  @Override
  public boolean advance() {
    while (next < offsets.length) {
      if (entry.readKey(offsets[next++])) {
        return true;
      }
    }
    return false;
  }

  @Override
  public EntryKey key() {
    return entry.key();
  }

  /// Writes the entry that is looked at, in place of what was written before.
  void write(JsonBytes line) {
    line.cutTo(0);
    writer.write(offsets[next - 1], line);
  }
}
