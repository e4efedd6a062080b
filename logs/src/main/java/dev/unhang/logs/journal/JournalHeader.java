package dev.unhang.logs.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The first bytes of a journal file.
///
/// ```c
/// struct Header {
///         uint8_t signature[8]; /* "LPKSHHRH" */
///         le32_t compatible_flags, incompatible_flags;
///         uint8_t state, reserved[7];
///         sd_id128_t file_id, machine_id, tail_entry_boot_id, seqnum_id;
///         le64_t header_size, arena_size;
///         le64_t data_hash_table_offset, data_hash_table_size;
///         le64_t field_hash_table_offset, field_hash_table_size;
///         le64_t tail_object_offset, n_objects, n_entries;
///         le64_t tail_entry_seqnum, head_entry_seqnum, entry_array_offset;
///         ...
/// };
/// ```
///
/// Doc: src/libsystemd/sd-journal/journal-def.h (v252)
///
/// @param incompatible flags: who doesn't know one can't read the file
/// @param keyFirst first half of the file's id, which is the key of a keyed hash
/// @param keySecond its second half
/// @param seqnumHigh of the id of the counter that numbers entries; files that share it were
///   written one after the other
/// @param size of the header, in bytes: objects begin behind it
/// @param dataTable offset of the table's first bucket
/// @param dataTableBytes a bucket has 16
/// @param entries how many are linked, in the whole file
/// @param entryArray offset of the first array of all entries; 0 where there is none yet
record JournalHeader(
    int incompatible,
    long keyFirst,
    long keySecond,
    long seqnumHigh,
    long seqnumLow,
    long size,
    long dataTable,
    long dataTableBytes,
    long fieldTable,
    long fieldTableBytes,
    long entries,
    long entryArray) {
  /// The header of the oldest format, before v187.
  static final int MIN_BYTES = 208;

  private static final byte[] SIGNATURE = "LPKSHHRH".getBytes(StandardCharsets.US_ASCII);

  private static final int INCOMPATIBLE_AT = 12;
  private static final int FILE_ID_AT = 24;
  private static final int SEQNUM_ID_AT = 72;
  private static final int SIZE_AT = 88;
  private static final int DATA_TABLE_AT = 104;
  private static final int FIELD_TABLE_AT = 120;
  private static final int ENTRIES_AT = 152;
  private static final int ENTRY_ARRAY_AT = 176;

  private static final int KEYED_HASH = 1 << 2;
  private static final int COMPACT = 1 << 4;

  /// What each incompatible flag is called, lowest bit first.
  private static final List<String> KNOWN =
      List.of("COMPRESSED-XZ", "COMPRESSED-LZ4", "KEYED-HASH", "COMPRESSED-ZSTD", "COMPACT");

  /// Whether bytes begin as a journal file does.
  static boolean opens(byte[] bytes) {
    return bytes.length >= SIGNATURE.length
        && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /// Why a file with these first bytes can't be read; empty where it can.
  static Optional<String> refusal(byte[] bytes) {
    if (!opens(bytes)) {
      return Optional.of("is no journal file: it doesn't begin with LPKSHHRH");
    }
    if (bytes.length < MIN_BYTES) {
      return Optional.of("is cut off inside the journal's header, after " + bytes.length);
    }
    List<String> unknown = new ArrayList<>();
    int flags = (int) Words.u32(bytes, INCOMPATIBLE_AT);
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      if ((flags >>> bit & 1) != 0 && bit >= KNOWN.size()) {
        unknown.add("bit " + bit);
      }
    }
    if (!unknown.isEmpty()) {
      return Optional.of(
          "is a journal of a newer format, with incompatible flags that are not known: "
              + String.join(", ", unknown));
    }
    return Optional.empty();
  }

  /// Reads bytes that were not refused.
  static JournalHeader read(byte[] bytes) {
    return new JournalHeader(
        (int) Words.u32(bytes, INCOMPATIBLE_AT),
        Words.u64(bytes, FILE_ID_AT),
        Words.u64(bytes, FILE_ID_AT + 8),
        Words.id(bytes, SEQNUM_ID_AT),
        Words.id(bytes, SEQNUM_ID_AT + 8),
        Math.clamp(Words.u64(bytes, SIZE_AT), MIN_BYTES, 4096),
        Words.u64(bytes, DATA_TABLE_AT),
        Words.u64(bytes, DATA_TABLE_AT + 8),
        Words.u64(bytes, FIELD_TABLE_AT),
        Words.u64(bytes, FIELD_TABLE_AT + 8),
        Words.u64(bytes, ENTRIES_AT),
        Words.u64(bytes, ENTRY_ARRAY_AT));
  }

  boolean isCompact() {
    return (incompatible & COMPACT) != 0;
  }

  /// The hash by which a field, `NAME=value`, or a field's name is found.
  long hash(byte[] bytes) {
    return (incompatible & KEYED_HASH) != 0
        ? JournalHash.sip24(bytes, keyFirst, keySecond)
        : JournalHash.lookup3(bytes);
  }
}
