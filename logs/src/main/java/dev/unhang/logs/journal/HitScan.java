package dev.unhang.logs.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The entries of one file from which records are made: what the kernel said and the filter wants,
/// the first and the last thing it said in each boot, and what tells how a boot ended.
final class HitScan {
  /// Fields, written by systemd and by Proxmox' watchdog, of entries that tell how a boot ended.
  ///
  /// Doc: systemd's sd-messages.h, SD_MESSAGE_JOURNAL_STOP; src/shutdown/shutdown.c
  static final List<String> ENDINGS =
      List.of(
          "MESSAGE_ID=d93fb3c9c24d451a97cea615ce59c00b",
          "SYSLOG_IDENTIFIER=systemd-shutdown",
          "SYSLOG_IDENTIFIER=watchdog-mux");

  /// systemd-shutdown says some twenty things in a boot.
  private static final int MAX_ENDINGS = 100_000;

  private static final byte[] MESSAGE = "MESSAGE=".getBytes(StandardCharsets.US_ASCII);

  /// What fields were found to be, by their offset: later ones take the place of earlier ones.
  private static final int KNOWN = 1 << 13;

  private static final byte NO_MESSAGE = 1;
  private static final byte UNWANTED = 2;
  private static final byte WANTED = 3;

  private final ObjectReader objects;
  private final Damage damage;
  private final EntryChain kernel;
  private final EntryView entry;
  private final EntryKey run;
  private final long[] endings;
  private final Selection.Test selection;
  private final MessageFilter filter;
  private final long[] knownFields = new long[KNOWN];
  private final byte[] known = new byte[KNOWN];
  private int ending;
  private long nextKernel;
  private long unsaid;
  private long ready;
  private long next;
  private boolean begun;

  HitScan(JournalFile file, Selection.Test selection, MessageFilter filter) {
    this.objects = file.wide();
    this.damage = file.damage();
    this.selection = selection;
    this.filter = filter;
    this.entry = new EntryView(objects);
    this.run = entry.key().copy();
    FieldLookup lookup = new FieldLookup(objects, damage);
    this.endings = endings(lookup);
    this.kernel = lookup.kernel();
    this.nextKernel = kernel.next();
  }

  private long[] endings(FieldLookup lookup) {
    long[] found = new long[16];
    int count = 0;
    for (String field : ENDINGS) {
      EntryChain chain = EntryChain.of(objects, damage, lookup.data(field));
      for (long at = chain.next(); at != 0 && count < MAX_ENDINGS; at = chain.next()) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = at;
      }
    }
    found = Arrays.copyOf(found, count);
    Arrays.sort(found);
    return found;
  }

  /// The offset of the next entry that matters; 0 after the last.
  long next() {
    if (next != 0) {
      ready = next;
      next = 0;
    }
    while (ready == 0) {
      boolean endingIsNext =
          ending < endings.length && (nextKernel == 0 || endings[ending] <= nextKernel);
      if (endingIsNext || nextKernel == 0) {
        if (unsaid != 0) {
          return said();
        }
        if (!endingIsNext) {
          return 0;
        }
        ending();
      } else {
        kernels(nextKernel);
        nextKernel = kernel.next();
      }
    }
    long hit = ready;
    ready = 0;
    return hit;
  }

  private long said() {
    long last = unsaid;
    unsaid = 0;
    return last;
  }

  private void ending() {
    long offset = endings[ending++];
    if (offset == nextKernel) {
      nextKernel = kernel.next();
    }
    boolean twice = ending > 1 && endings[ending - 2] == offset;
    if (!twice && entry.readKey(offset) && selection.takes(entry.key())) {
      ready = offset;
    }
  }

  /// Says an entry of the kernel, or keeps it in mind as what may be its boot's last.
  private void kernels(long offset) {
    if (!entry.read(offset)) {
      damage.add(offset, "entry can't be read, left out");
      return;
    }
    if (!selection.takes(entry.key())) {
      return;
    }
    boolean first = !begun || !entry.key().isOfSameBoot(run);
    begun = true;
    run.takeFrom(entry.key());
    if (first && unsaid != 0) {
      ready = said();
      next = offset;
    } else if (first || isWanted()) {
      unsaid = 0;
      ready = offset;
    } else {
      unsaid = offset;
    }
  }

  /// What an entry says was written last, so its message is most often the last of its fields.
  private boolean isWanted() {
    for (int i = entry.count() - 1; i >= 0; i--) {
      byte what = what(entry.field(i));
      if (what != NO_MESSAGE) {
        return what == WANTED;
      }
    }
    return false;
  }

  private byte what(long field) {
    int slot = (int) (field >>> 3) & KNOWN - 1;
    if (knownFields[slot] == field && known[slot] != 0) {
      return known[slot];
    }
    byte what = judge(field);
    if (objects.isShared()) {
      knownFields[slot] = field;
      known[slot] = what;
    }
    return what;
  }

  private byte judge(long field) {
    if (!objects.payload(field, ObjectReader.MAX_VALUE)) {
      damage.add(entry.offset(), "entry has a field that can't be read, left out");
      return NO_MESSAGE;
    }
    byte[] bytes = objects.payloadBytes();
    int from = objects.payloadFrom();
    int to = objects.payloadTo();
    if (to - from < MESSAGE.length
        || !Arrays.equals(bytes, from, from + MESSAGE.length, MESSAGE, 0, MESSAGE.length)) {
      return NO_MESSAGE;
    }
    return filter.wants(bytes, from + MESSAGE.length, to) ? WANTED : UNWANTED;
  }
}
