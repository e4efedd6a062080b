/// systemd's journal files, read without journalctl and without libsystemd.
///
/// A file is a header and objects behind it, each at a multiple of eight: DATA holds one field of
/// an entry, `NAME=value`, once for all entries that have it; ENTRY holds time, boot and the
/// offsets of its fields; ENTRY_ARRAY lists entries, of the whole file or of one field. Nothing in
/// a file is believed before it is checked.
///
/// Doc: systemd "Journal File Format"; src/libsystemd/sd-journal/journal-def.h and journal-file.c
/// (v252)
@NullMarked
package dev.unhang.logs.journal;

import org.jspecify.annotations.NullMarked;
