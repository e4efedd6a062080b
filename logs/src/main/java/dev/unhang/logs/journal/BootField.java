package dev.unhang.logs.journal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The field that names an entry's boot.
final class BootField {
  static final String NAME = "_BOOT_ID";

  private static final int DIGITS = 32;
  private static final int BYTES = NAME.length() + 1 + DIGITS;

  private BootField() {}

  /// The boot id, 32 hex digits, that a DATA object holds; empty where it holds anything else, or
  /// is damaged.
  static Optional<String> read(ObjectReader objects, long data) {
    int at = objects.open(data, ObjectReader.DATA, objects.dataBytes());
    if (at < 0) {
      return Optional.empty();
    }
    long hash = Words.u64(objects.bytes(), at + ObjectReader.HASH);
    if (!objects.payload(data, BYTES + 1) || objects.payloadTo() - objects.payloadFrom() != BYTES) {
      return Optional.empty();
    }
    String text =
        new String(objects.payloadBytes(), objects.payloadFrom(), BYTES, StandardCharsets.US_ASCII);
    boolean sound =
        text.startsWith(NAME + "=")
            && objects.header().hash(text.getBytes(StandardCharsets.US_ASCII)) == hash;
    return Optional.of(text.substring(NAME.length() + 1)).filter(unused -> sound);
  }

  /// The boot id among an entry's fields.
  static Optional<String> of(ObjectReader objects, EntryView entry) {
    for (int i = 0; i < entry.count(); i++) {
      Optional<String> id = read(objects, entry.field(i));
      if (id.isPresent()) {
        return id;
      }
    }
    return Optional.empty();
  }
}
