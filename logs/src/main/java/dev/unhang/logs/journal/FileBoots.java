package dev.unhang.logs.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The boots of one file, each with its first and its last entry.
final class FileBoots {
  /// A file holds a handful; each costs memory.
  private static final int MAX = 10_000;

  /// The first and the last entry of a boot.
  record Span(EntryKey first, EntryKey last) {}

  private final ObjectReader objects;
  private final Damage damage;
  private final EntryView entry;
  private final Map<String, Span> spans = new LinkedHashMap<>();

  private FileBoots(JournalFile file) {
    this.objects = file.narrow();
    this.damage = file.damage();
    this.entry = new EntryView(objects);
  }

  /// @return by boot id
  static Map<String, Span> of(JournalFile file) {
    FileBoots boots = new FileBoots(file);
    if (!boots.listed()) {
      boots.spans.clear();
      boots.walked();
    }
    return boots.spans;
  }

  /// Boots as the file lists the values of the field. False where that list, or one of its entries,
  /// can't be followed.
  private boolean listed() {
    FieldLookup lookup = new FieldLookup(objects, damage);
    long data = lookup.firstValue(BootField.NAME);
    while (data > 0 && spans.size() < MAX) {
      if (!span(data)) {
        return false;
      }
      data = lookup.nextValue(data);
    }
    return data == 0 && !spans.isEmpty();
  }

  private boolean span(long data) {
    int at = objects.open(data, ObjectReader.DATA, objects.dataBytes());
    if (at < 0) {
      return false;
    }
    long first = Words.u64(objects.bytes(), at + ObjectReader.FIRST_ENTRY);
    long array = Words.u64(objects.bytes(), at + ObjectReader.FIRST_ARRAY);
    Optional<String> named = BootField.read(objects, data);
    if (named.isEmpty()) {
      return false;
    }
    String id = named.get();
    if (!entry.readKey(first) || !entry.key().boot().equals(id)) {
      return first == 0;
    }
    EntryKey begins = entry.key().copy();
    long last = array == 0 ? first : lastListed(array);
    if (last <= 0 || !entry.readKey(last) || !entry.key().boot().equals(id)) {
      return false;
    }
    spans.put(id, new Span(begins, entry.key().copy()));
    return true;
  }

  /// The last entry that is listed in a row of arrays; -1 where they can't be followed.
  private long lastListed(long firstArray) {
    long array = 0;
    long items = 0;
    for (long next = firstArray; next != 0; ) {
      int at = objects.open(next, ObjectReader.ENTRY_ARRAY, ObjectReader.ARRAY_BYTES);
      if (next <= array || at < 0) {
        return -1;
      }
      long count = (objects.size() - ObjectReader.ARRAY_BYTES) / objects.linkBytes();
      long following = Words.u64(objects.bytes(), at + ObjectReader.NEXT_ARRAY);
      if (array != 0 && objects.link(next, 0) == 0) {
        break;
      }
      array = next;
      items = count;
      next = following;
    }
    return lastIn(array, items);
  }

  private long lastIn(long array, long items) {
    long used = objects.usedLinks(array, items);
    return used == 0 ? -1 : objects.link(array, used - 1);
  }

  /// Boots as the entries name them.
  private void walked() {
    if (objects.header().entries() == 0 && objects.header().entryArray() == 0) {
      return;
    }
    damage.add(0, "the list of boots is damaged, entries are asked one by one");
    EntryChain entries = EntryChain.ofAll(objects, damage);
    EntryKey run = entry.key().copy();
    EntryKey runEnds = run;
    for (long offset = entries.next(); offset != 0; offset = entries.next()) {
      if (!entry.readKey(offset)) {
        continue;
      }
      if (entry.key().isOfSameBoot(run)) {
        runEnds.takeFrom(entry.key());
      } else if (isBoot(offset)) {
        run = entry.key().copy();
        runEnds = moved(entry.key());
      }
    }
  }

  /// Whether an entry's boot is known, or no sound field of it says otherwise: damage would make
  /// boots that never were.
  private boolean isBoot(long offset) {
    String id = entry.key().boot();
    return spans.containsKey(id)
        || spans.size() < MAX
            && entry.read(offset)
            && BootField.of(objects, entry).filter(other -> !other.equals(id)).isEmpty();
  }

  /// The key of a boot's last entry so far, to be moved on.
  private EntryKey moved(EntryKey key) {
    Span span = spans.computeIfAbsent(key.boot(), unused -> new Span(key.copy(), key.copy()));
    span.last().takeFrom(key);
    return span.last();
  }
}
