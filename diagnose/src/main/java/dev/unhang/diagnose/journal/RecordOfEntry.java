package dev.unhang.diagnose.journal;

import dev.unhang.diagnose.log.JournalFields;
import dev.unhang.diagnose.log.LogRecord;
import dev.unhang.model.evidence.Place;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The record that an entry is.
final class RecordOfEntry {
  private RecordOfEntry() {}

  /// @param entry read from the file; empty is what has no message
  static Optional<LogRecord> read(JournalFile file, ObjectReader objects, EntryView entry) {
    EntryKey key = entry.key();
    JournalFields fields = new JournalFields();
    fields.put(JournalFields.CURSOR, key.cursor());
    fields.put(JournalFields.REALTIME, Long.toUnsignedString(key.realtime));
    fields.put(JournalFields.MONOTONIC, Long.toUnsignedString(key.monotonic));
    fields.put(JournalFields.BOOT_ID, key.boot());
    for (int i = 0; i < entry.count(); i++) {
      long field = entry.field(i);
      if (!objects.payload(field, ObjectReader.MAX_VALUE)) {
        file.damage().add(field, "field can't be read, left out");
        continue;
      }
      if (objects.isCut()) {
        file.damage().add(field, "field is longer than " + ObjectReader.MAX_VALUE + " bytes, cut");
      }
      put(fields, objects.payloadBytes(), objects.payloadFrom(), objects.payloadTo());
    }
    return fields.record(new Place.Whole(file.origin()));
  }

  private static void put(JournalFields fields, byte[] bytes, int from, int to) {
    int equals = from;
    while (equals < to && bytes[equals] != '=') {
      equals++;
    }
    if (equals < to) {
      fields.put(
          new String(bytes, from, equals - from, StandardCharsets.US_ASCII),
          new String(bytes, equals + 1, to - equals - 1, StandardCharsets.UTF_8));
    }
  }
}
