package dev.unhang.logs.journal;

import dev.unhang.logs.form.JournalFields;
import dev.unhang.logs.record.LogRecord;
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
    bootField(file, objects, entry).ifPresent(id -> fields.put(JournalFields.BOOT_ID, id));
    fields.put(JournalFields.BOOT_ID, key.boot());
    for (int i = 0; i < entry.count(); i++) {
      long field = entry.field(i);
      if (!objects.payload(field, ObjectReader.MAX_VALUE)) {
        file.damage().add(entry.offset(), "entry has a field that can't be read, left out");
        continue;
      }
      if (objects.isCut()) {
        file.damage()
            .add(
                entry.offset(), "a field is longer than " + ObjectReader.MAX_VALUE + " bytes, cut");
      }
      put(fields, objects.payloadBytes(), objects.payloadFrom(), objects.payloadTo());
    }
    return fields.record(new Place.Whole(file.origin()));
  }

  /// The boot as the entry's field has it, where that differs from what the entry itself says. The
  /// field stands once for the whole boot and is checked by its hash; the entry's own word is not.
  private static Optional<String> bootField(
      JournalFile file, ObjectReader objects, EntryView entry) {
    Optional<String> named = BootField.of(objects, entry);
    if (named.isEmpty() || named.get().equals(entry.key().boot())) {
      return Optional.empty();
    }
    file.damage().add(entry.offset(), "entry says another boot than its field, the field counts");
    return named;
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
