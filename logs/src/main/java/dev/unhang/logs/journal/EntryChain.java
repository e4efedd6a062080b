package dev.unhang.logs.journal;

import org.jspecify.annotations.Nullable;

/// The entries that a file lists for one field, or for all, in the order they were written. Where
/// the list is damaged, what lies between its last good entry and its next is looked for object by
/// object; offsets only ever grow, so no loop is followed.
final class EntryChain {
  private final ObjectReader objects;
  private final Damage damage;
  private final EntryView entry;
  private final long member;
  private final long expected;
  private long inline;
  private long array;
  private long items;
  private long index;
  private long nextArray;
  private long delivered;
  private long last;
  private long held;
  private boolean gap;
  private boolean ended;
  private @Nullable ObjectWalk walk;

  private EntryChain(
      ObjectReader objects, Damage damage, long member, long inline, long array, long expected) {
    this.objects = objects;
    this.damage = damage;
    this.entry = new EntryView(objects);
    this.member = member;
    this.inline = inline;
    this.nextArray = array;
    this.expected = expected;
  }

  /// The entries that have a field.
  ///
  /// @param data offset of the field's DATA object
  static EntryChain of(ObjectReader objects, Damage damage, long data) {
    int at = objects.open(data, ObjectReader.DATA, objects.dataBytes());
    if (at < 0) {
      return new EntryChain(objects, damage, data, 0, 0, 0);
    }
    byte[] bytes = objects.bytes();
    return new EntryChain(
        objects,
        damage,
        data,
        Words.u64(bytes, at + ObjectReader.FIRST_ENTRY),
        Words.u64(bytes, at + ObjectReader.FIRST_ARRAY),
        Words.u64(bytes, at + ObjectReader.ENTRY_COUNT));
  }

  /// Every entry of the file.
  static EntryChain ofAll(ObjectReader objects, Damage damage) {
    JournalHeader header = objects.header();
    return new EntryChain(objects, damage, 0, 0, header.entryArray(), header.entries());
  }

  /// The offset of the next entry; 0 where there is none.
  long next() {
    while (true) {
      if (walk != null) {
        long found = walked(walk);
        if (found != 0) {
          return deliver(found);
        }
        walk = null;
        if (held != 0) {
          long entry = held;
          held = 0;
          return deliver(entry);
        }
      }
      if (ended) {
        return 0;
      }
      held = link();
      if (held != 0 && !gap) {
        long entry = held;
        held = 0;
        return deliver(entry);
      }
      ended = held == 0;
      if (ended && !gap && delivered >= expected) {
        return 0;
      }
      if (ended && !gap) {
        damage.add(last, "the list of entries ends early, the rest is looked for");
      }
      gap = false;
      walk = new ObjectWalk(objects, afterLast(), ended ? objects.end() : held);
    }
  }

  private long deliver(long offset) {
    delivered++;
    last = offset;
    return offset;
  }

  private long afterLast() {
    int at = last == 0 ? -1 : objects.open(last, ObjectReader.ENTRY, EntryView.BYTES);
    return at < 0 ? last : last + objects.size();
  }

  private long walked(ObjectWalk walk) {
    long found = walk.next(ObjectReader.ENTRY);
    while (found != 0 && !(entry.read(found) && (member == 0 || entry.has(member)))) {
      found = walk.next(ObjectReader.ENTRY);
    }
    return found;
  }

  /// The next listed entry that is one; 0 at the list's end, whether it was expected or not.
  private long link() {
    if (inline != 0) {
      long first = inline;
      inline = 0;
      if (isEntry(first)) {
        return first;
      }
      bad(first);
    }
    while (index < items || nextArray()) {
      if (items == 0) {
        continue;
      }
      long offset = objects.link(array, index);
      if (offset == 0) {
        items = 0;
        nextArray = 0;
        return 0;
      }
      long following = index + 1 < items ? objects.link(array, index + 1) : 0;
      index++;
      boolean leapsAhead = following > last && following <= offset;
      if (offset > last && !leapsAhead && isEntry(offset)) {
        return offset;
      }
      bad(offset);
    }
    return 0;
  }

  private void bad(long offset) {
    damage.add(array, "lists an entry at byte " + offset + " that isn't there, looked for");
    gap = true;
  }

  private boolean isEntry(long offset) {
    return offset > 0 && objects.open(offset, ObjectReader.ENTRY, EntryView.BYTES) >= 0;
  }

  private boolean nextArray() {
    if (nextArray == 0) {
      return false;
    }
    int at =
        nextArray > array
            ? objects.open(nextArray, ObjectReader.ENTRY_ARRAY, ObjectReader.ARRAY_BYTES)
            : -1;
    if (at < 0) {
      damage.add(nextArray, "a list of entries isn't where it should be; they are looked for");
      gap = true;
      nextArray = 0;
      items = 0;
      return false;
    }
    array = nextArray;
    nextArray = Words.u64(objects.bytes(), at + ObjectReader.NEXT_ARRAY);
    items = (objects.size() - ObjectReader.ARRAY_BYTES) / objects.linkBytes();
    index = 0;
    return true;
  }
}
