package dev.unhang.logs.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes entries of one file as journalctl's JSON, one a line. What many entries share is written
/// once and kept.
///
/// Doc: systemd "Journal JSON Format"; src/shared/logs-show.c, output_json() (v252)
final class JsonEntry {
  /// A field whose name and value take more is null.
  private static final int THRESHOLD = 4096;

  /// A line of more than this has no more values: a thousand fields of the worst bytes would take
  /// sixteen times as much.
  private static final int MAX_LINE = 1 << 20;

  /// Fields kept, by their offset; later ones take the place of earlier ones.
  private static final int KEPT = 1 << 12;

  /// Longer ones are written anew, which bounds what is kept to two megabytes.
  private static final int MAX_KEPT = 512;

  private static final int MAX_NAMES = 1 << 11;

  private static final byte[] CURSOR = ascii("{\"__CURSOR\":\"s=");
  private static final byte[] REALTIME = ascii("\",\"__REALTIME_TIMESTAMP\":\"");
  private static final byte[] MONOTONIC = ascii("\",\"__MONOTONIC_TIMESTAMP\":\"");
  private static final byte[] BOOT = ascii("\",\"_BOOT_ID\":\"");
  private static final byte[] END = ascii("}\n");
  private static final byte[] NULL = ascii("null");
  private static final byte[] BOOT_FIELD = ascii("_BOOT_ID=");

  private final ObjectReader objects;
  private final Damage damage;
  private final EntryView entry;
  private final Selection.Test selection;
  private final long[] keptFields = new long[KEPT];
  private final byte[] @Nullable [] kept = new byte[KEPT][];
  private final long[] keptNames = new long[KEPT];
  private final long[] names = new long[MAX_NAMES];
  private final int[] seen = new int[MAX_NAMES];
  private int entries;
  private boolean repeats;

  JsonEntry(JournalFile file, Selection.Test selection) {
    this(file.wide(), file.damage(), selection);
  }

  JsonEntry(ObjectReader objects, Damage damage, Selection.Test selection) {
    this.objects = objects;
    this.damage = damage;
    this.entry = new EntryView(objects);
    this.selection = selection;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// The key of the entry written last.
  EntryKey key() {
    return entry.key();
  }

  /// Writes the entry at an offset.
  ///
  /// @return false where it can't be read or isn't wanted; then nothing was written
  boolean write(long offset, JsonBytes out) {
    if (!entry.read(offset)) {
      damage.add(offset, "entry can't be read, left out");
      return false;
    }
    if (!selection.takes(entry.key())) {
      return false;
    }
    int begin = out.length();
    head(out);
    int fields = out.length();
    repeats = false;
    entries++;
    for (int i = 0; i < entry.count(); i++) {
      field(entry.field(i), out, out.length() - begin > MAX_LINE);
    }
    if (repeats) {
      out.cutTo(fields);
      grouped(out);
    }
    out.put(END);
    return true;
  }

  private void head(JsonBytes out) {
    EntryKey key = entry.key();
    out.put(CURSOR);
    out.hex(objects.header().seqnumHigh(), 16);
    out.hex(objects.header().seqnumLow(), 16);
    named(out, 'i', key.seqnum);
    out.put((byte) ';');
    out.put((byte) 'b');
    out.put((byte) '=');
    out.hex(key.bootHigh, 16);
    out.hex(key.bootLow, 16);
    named(out, 'm', key.monotonic);
    named(out, 't', key.realtime);
    named(out, 'x', key.xorHash);
    out.put(REALTIME);
    out.decimal(key.realtime);
    out.put(MONOTONIC);
    out.decimal(key.monotonic);
    out.put(BOOT);
    out.hex(key.bootHigh, 16);
    out.hex(key.bootLow, 16);
    out.put((byte) '"');
  }

  private static void named(JsonBytes out, char name, long number) {
    out.put((byte) ';');
    out.put((byte) name);
    out.put((byte) '=');
    out.hex(number);
  }

  /// Writes `,"NAME":value`.
  private void field(long data, JsonBytes out, boolean full) {
    int slot = (int) (data >>> 3) & KEPT - 1;
    byte[] written = kept[slot];
    if (written != null && keptFields[slot] == data) {
      out.put(written);
      note(keptNames[slot]);
      return;
    }
    int begin = out.length();
    long name = anew(data, out, full);
    if (name == 0 || !objects.isShared() || out.length() - begin > MAX_KEPT) {
      return;
    }
    keptFields[slot] = data;
    keptNames[slot] = name;
    kept[slot] = Arrays.copyOfRange(out.bytes(), begin, out.length());
  }

  /// @return the hash of its name; 0 where nothing was written
  private long anew(long data, JsonBytes out, boolean full) {
    if (!objects.payload(data, THRESHOLD)) {
      damage.add(entry.offset(), "entry has a field that can't be read, left out");
      return 0;
    }
    byte[] bytes = objects.payloadBytes();
    int from = objects.payloadFrom();
    int to = objects.payloadTo();
    long hash = 0xcbf29ce484222325L;
    int equals = from;
    while (equals < to && bytes[equals] != '=') {
      if (!isOfName(bytes[equals])) {
        damage.add(
            entry.offset(), "entry has a field with a name that fields can't have, left out");
        return 0;
      }
      hash = (hash ^ bytes[equals++]) * 0x100000001b3L;
    }
    if (equals == to || equals == from || isBoot(bytes, from, to)) {
      return 0;
    }
    out.put((byte) ',');
    out.put((byte) '"');
    out.put(bytes, from, equals - from);
    out.put((byte) '"');
    out.put((byte) ':');
    if (full) {
      damage.add(
          entry.offset(), "entry takes more than " + MAX_LINE + " bytes, values are left out");
    }
    if (full || to - from >= THRESHOLD || objects.isCut()) {
      out.put(NULL);
    } else {
      out.value(bytes, equals + 1, to);
    }
    note(hash | 1);
    return hash | 1;
  }

  private static boolean isOfName(byte c) {
    return c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
  }

  /// The entry itself says which boot it is of.
  private static boolean isBoot(byte[] bytes, int from, int to) {
    return to - from >= BOOT_FIELD.length
        && Arrays.equals(bytes, from, from + BOOT_FIELD.length, BOOT_FIELD, 0, BOOT_FIELD.length);
  }

  /// Takes note of a name; whether this entry has had it decides how it is written.
  private void note(long name) {
    int slot = (int) (name >>> 20) & MAX_NAMES - 1;
    for (int tries = 0; tries < 8; tries++) {
      int at = slot + tries & MAX_NAMES - 1;
      if (seen[at] != entries) {
        seen[at] = entries;
        names[at] = name;
        return;
      }
      if (names[at] == name) {
        break;
      }
    }
    repeats = true;
  }

  /// A field that occurs more than once has an array of its values.
  private void grouped(JsonBytes out) {
    Map<String, JsonBytes> values = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    JsonBytes single = new JsonBytes(256);
    long total = 0;
    for (int i = 0; i < entry.count(); i++) {
      single.cutTo(0);
      if (anew(entry.field(i), single, total > MAX_LINE) == 0) {
        continue;
      }
      int colon = 2;
      while (single.bytes()[colon] != ':') {
        colon++;
      }
      String name = new String(single.bytes(), 0, colon + 1, StandardCharsets.US_ASCII);
      JsonBytes all = values.computeIfAbsent(name, unused -> new JsonBytes(256));
      if (counts.merge(name, 1, Integer::sum) > 1) {
        all.put((byte) ',');
      }
      all.put(single.bytes(), colon + 1, single.length() - colon - 1);
      total += single.length();
    }
    for (Map.Entry<String, JsonBytes> each : values.entrySet()) {
      boolean several = counts.getOrDefault(each.getKey(), 1) > 1;
      out.put(ascii(each.getKey()));
      if (several) {
        out.put((byte) '[');
      }
      out.put(each.getValue().bytes(), 0, each.getValue().length());
      if (several) {
        out.put((byte) ']');
      }
    }
  }
}
