package dev.unhang.logs.journal;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One journal file that is being written, and how far it has been read. Each look goes on along
/// the list of all entries, of which only the end ever changes; it is bounded, and offsets that
/// don't grow are not followed.
///
/// The writer maps the file: what it has written can be read at once. It links an entry when all of
/// it is there, and counts it then.
///
/// Doc: src/libsystemd/sd-journal/journal-file.c, journal_file_link_entry() (v252)
final class FollowedFile {
  /// A look hands out no more; the next goes on. As many offsets are 32 KiB.
  static final int MOST = 1 << 12;

  /// On some processors the list may be seen to grow before the entry itself is there.
  private static final int PATIENCE = 20;

  private static final int MAX_TROUBLES = 20;

  private static final List<byte[]> TELLING = telling();
  private static final int LONGEST_TELLING =
      TELLING.stream().mapToInt(field -> field.length).max().orElse(0);

  private final NamedBytes bytes;
  private final List<Trouble> troubles = new ArrayList<>();
  private int told;
  private JournalFileId id;
  private long counted = -1;
  private long array;
  private long index;
  private long last;
  private int waited;
  private boolean goesOn;
  private boolean refused;
  private boolean lost;
  private @Nullable Damage met;

  private FollowedFile(NamedBytes bytes, JournalFile opened) {
    this.bytes = bytes;
    this.id = JournalFileId.of(opened);
  }

  private static List<byte[]> telling() {
    List<byte[]> fields = new ArrayList<>();
    fields.add("_TRANSPORT=kernel".getBytes(StandardCharsets.US_ASCII));
    for (String field : HitScan.ENDINGS) {
      fields.add(field.getBytes(StandardCharsets.US_ASCII));
    }
    return fields;
  }

  /// A file of which everything is news.
  static FollowedFile fromItsBeginning(NamedBytes bytes, JournalFile opened) {
    return new FollowedFile(bytes, opened);
  }

  /// A file of which only what is appended from now on is news.
  static FollowedFile fromItsEnd(NamedBytes bytes, JournalFile opened) {
    FollowedFile file = new FollowedFile(bytes, opened);
    file.toTheEnd(opened);
    return file;
  }

  private void toTheEnd(JournalFile opened) {
    ObjectReader objects = opened.narrow();
    counted = objects.header().entries();
    array = 0;
    index = 0;
    last = 0;
    for (long next = objects.header().entryArray(); next != 0; ) {
      int at =
          next > array
              ? objects.open(next, ObjectReader.ENTRY_ARRAY, ObjectReader.ARRAY_BYTES)
              : -1;
      if (at < 0) {
        lose();
        return;
      }
      array = next;
      long items = items(objects);
      long following = Words.u64(objects.bytes(), at + ObjectReader.NEXT_ARRAY);
      index = objects.usedLinks(array, items);
      last = index == 0 ? last : objects.link(array, index - 1);
      next = index < items ? 0 : following;
    }
  }

  private static long items(ObjectReader objects) {
    return (objects.size() - ObjectReader.ARRAY_BYTES) / objects.linkBytes();
  }

  private void lose() {
    lost = true;
    add("its list of entries is damaged; what it gets from now on is not seen");
  }

  private void add(String what) {
    if (troubles.size() < MAX_TROUBLES) {
      troubles.add(new Trouble(new Place.Whole(origin()), what));
    }
  }

  Origin origin() {
    return bytes.origin();
  }

  NamedBytes bytes() {
    return bytes;
  }

  /// What was met since this was asked for last.
  List<Trouble> newTroubles() {
    collect();
    List<Trouble> fresh = List.copyOf(troubles.subList(told, troubles.size()));
    told = troubles.size();
    return fresh;
  }

  private void collect() {
    Damage damage = met;
    met = null;
    if (damage != null) {
      damage.troubles().forEach(trouble -> add(trouble.what()));
    }
  }

  /// Whether the last look left something for the next.
  boolean goesOn() {
    return goesOn;
  }

  /// What was appended since the last look. Where nothing was, only the header was read.
  Optional<Appended> look() {
    JournalFile.Opened opened = JournalFile.open(bytes.origin(), bytes.bytes());
    if (opened.refused().isPresent()) {
      refuse(opened.refused().get());
      return Optional.empty();
    }
    refused = false;
    JournalFile file = opened.file().orElseThrow();
    if (!JournalFileId.of(file).equals(id)) {
      add("was overwritten by another journal, read from its beginning");
      id = JournalFileId.of(file);
      startAgain();
    } else if (file.length() < last) {
      add("became shorter; what it gets from now on is read");
      lost = false;
      toTheEnd(file);
    }
    long entries = file.header().entries();
    if (lost || entries == counted && !goesOn && waited == 0) {
      return Optional.empty();
    }
    ObjectReader objects = file.narrow();
    long[] found = gather(objects, file.damage());
    counted = entries;
    collect();
    met = file.damage();
    return found.length == 0
        ? Optional.empty()
        : Optional.of(new Appended(objects, file.damage(), found));
  }

  private void refuse(Trouble why) {
    if (!refused) {
      refused = true;
      add(why.what());
    }
  }

  private void startAgain() {
    counted = -1;
    array = 0;
    index = 0;
    last = 0;
    lost = false;
  }

  private long[] gather(ObjectReader objects, Damage damage) {
    EntryView entry = new EntryView(objects);
    long[] found = new long[64];
    int count = 0;
    int links = 0;
    long offset = next(objects);
    while (offset != 0 && links < MOST) {
      boolean isThere = offset > last && entry.read(offset);
      if (!isThere && waited++ < PATIENCE) {
        break;
      }
      waited = 0;
      index++;
      links++;
      if (!isThere) {
        damage.add(array, "lists an entry at byte " + offset + " that isn't there, left out");
      } else {
        last = offset;
        if (isTelling(objects, entry)) {
          found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
          found[count++] = offset;
        }
      }
      offset = next(objects);
    }
    goesOn = links == MOST && offset != 0;
    return Arrays.copyOf(found, count);
  }

  /// The offset that is listed next; 0 where the list ends for now.
  private long next(ObjectReader objects) {
    while (true) {
      long at = array == 0 ? objects.header().entryArray() : array;
      if (at == 0) {
        return 0;
      }
      int found = objects.open(at, ObjectReader.ENTRY_ARRAY, ObjectReader.ARRAY_BYTES);
      if (found < 0) {
        lose();
        return 0;
      }
      array = at;
      if (index < items(objects)) {
        return objects.link(array, index);
      }
      long following = Words.u64(objects.bytes(), found + ObjectReader.NEXT_ARRAY);
      if (following == 0) {
        return 0;
      }
      if (following <= array) {
        lose();
        return 0;
      }
      array = following;
      index = 0;
    }
  }

  private static boolean isTelling(ObjectReader objects, EntryView entry) {
    for (int i = 0; i < entry.count(); i++) {
      if (objects.payload(entry.field(i), LONGEST_TELLING + 1)) {
        for (byte[] field : TELLING) {
          if (Arrays.equals(
              objects.payloadBytes(),
              objects.payloadFrom(),
              objects.payloadTo(),
              field,
              0,
              field.length)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
