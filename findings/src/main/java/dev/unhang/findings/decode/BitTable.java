package dev.unhang.findings.decode;

import java.util.ArrayList;
import java.util.List;

/// The bits of a register in words. Bits without a name are shown as a number, never dropped.
///
/// @param rows in the order they are said
record BitTable(List<Row> rows) {
  /// What a bit, or a group of bits with one value, says. An empty word names the bits without
  /// saying anything.
  ///
  /// @param mask the bits looked at
  /// @param value what they must be; 0 says something about bits that are clear
  record Row(long mask, long value, String words) {}

  static Row set(long bit, String words) {
    return new Row(bit, bit, words);
  }

  static Row clear(long bit, String words) {
    return new Row(bit, 0, words);
  }

  /// All that the value says, joined by commas.
  String words(long value) {
    List<String> said = new ArrayList<>();
    long named = 0;
    for (Row row : rows) {
      named |= row.mask();
      if ((value & row.mask()) == row.value() && !row.words().isEmpty()) {
        said.add(row.words());
      }
    }
    long rest = value & ~named;
    if (rest != 0) {
      said.add("unnamed bits 0x" + Long.toHexString(rest));
    }
    return said.isEmpty() ? "nothing set" : String.join(", ", said);
  }
}
