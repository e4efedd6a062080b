package dev.unhang.logs.form;

import dev.unhang.logs.bulk.Lines;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds where entries of the export form end, without making text of them: only of those that are
/// whole, plain and of the boot that is being read. A value may hold any bytes, also what looks
/// like the end of an entry, so each field is stepped over by what it says of its own length.
///
/// Doc: systemd "Journal Export Format"
final class ExportEntries {
  /// What is no such entry.
  static final int NONE = -1;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
  private static final long LOWEST_BITS = 0x0101010101010101L;
  private static final long HIGHEST_BITS = 0x8080808080808080L;

  private static final byte[] MESSAGE = ascii(JournalFields.MESSAGE);
  private static final byte[] CURSOR = ascii(JournalFields.CURSOR);
  private static final byte[] REALTIME = ascii(JournalFields.REALTIME);
  private static final byte[] BOOT_ID = ascii(JournalFields.BOOT_ID);

  private static final int LONGEST_NAME = 64;

  /// Longest number of microseconds that is read.
  private static final int MOST_DIGITS = 18;

  private final byte[] bytes;
  private final int to;
  private final byte[] boot;
  private boolean message;
  private boolean time;
  private boolean ofBoot;

  /// @param to where the bytes end
  /// @param boot the boot that is being read, as its entries write it
  ExportEntries(byte[] bytes, int to, String boot) {
    this.bytes = bytes;
    this.to = to;
    this.boot = ascii(boot);
  }

  /// Where the entry ends that begins at a place.
  ///
  /// @return behind its empty line; [#NONE] where it isn't all there, is damaged, lacks a message,
  ///   a time or the boot, or is of another boot
  int end(int from) {
    message = false;
    time = false;
    ofBoot = false;
    int at = from;
    while (at >= 0 && at < to && bytes[at] != '\n') {
      at = field(at, at == from);
    }
    return at > from && at < to && message && time && ofBoot ? at + 1 : NONE;
  }

  /// @param first whether the entry begins with it
  /// @return behind the field; [#NONE] where the entry is to be read
  private int field(int name, boolean first) {
    byte[] text = bytes;
    int last = to;
    int at = name;
    while (at < last && text[at] != '=' && text[at] != '\n') {
      at++;
    }
    if (at == last || at == name) {
      return NONE;
    }
    return text[at] == '=' ? line(name, at, first) : binary(name, at);
  }

  private int line(int name, int equals, boolean first) {
    int end = newline(equals + 1);
    if (end == to || end - name > Lines.MAX_BYTES) {
      return NONE;
    }
    return isPlain(name, equals, end, first) ? end + 1 : NONE;
  }

  private boolean isPlain(int name, int equals, int end, boolean first) {
    int length = equals - name;
    if (length == MESSAGE.length) {
      message |= is(MESSAGE, name, equals);
    } else if (length == REALTIME.length && !time && is(REALTIME, name, equals)) {
      time = isNumber(equals + 1, end);
      return time;
    } else if (length == BOOT_ID.length) {
      if (is(BOOT_ID, name, equals)) {
        ofBoot = is(boot, equals + 1, end);
        return ofBoot;
      }
      return first || !is(CURSOR, name, equals);
    }
    return true;
  }

  /// A value behind its length. Of the fields that are asked for only a message is written so.
  private int binary(int name, int end) {
    int value = end + 1 + Long.BYTES;
    if (value > to || !isName(name, end)) {
      return NONE;
    }
    long length = (long) WORD.get(bytes, end + 1);
    if (length < 0 || length > Lines.MAX_BYTES || value + length >= to) {
      return NONE;
    }
    int behind = value + (int) length;
    message |= is(MESSAGE, name, end);
    return bytes[behind] == '\n' ? behind + 1 : NONE;
  }

  private boolean isName(int from, int end) {
    if (end - from > LONGEST_NAME
        || is(CURSOR, from, end)
        || is(REALTIME, from, end)
        || is(BOOT_ID, from, end)) {
      return false;
    }
    for (int at = from; at < end; at++) {
      byte c = bytes[at];
      boolean letter = c >= 'A' && c <= 'Z' || c == '_';
      if (!letter && (at == from || c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private boolean isNumber(int from, int end) {
    for (int at = from; at < end; at++) {
      if (bytes[at] < '0' || bytes[at] > '9') {
        return false;
      }
    }
    return end > from && end - from <= MOST_DIGITS;
  }

  private boolean is(byte[] word, int from, int end) {
    return Arrays.equals(bytes, from, end, word, 0, word.length);
  }

  /// The next newline, eight bytes at a time; where the bytes end if there is none.
  private int newline(int from) {
    // The first compiler reads a field as often as it is named.
    byte[] text = bytes;
    int last = to - Long.BYTES;
    int at = from;
    while (at <= last) {
      long differs = (long) WORD.get(text, at) ^ NEWLINES;
      long found = differs - LOWEST_BITS & ~differs & HIGHEST_BITS;
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
      at += Long.BYTES;
    }
    while (at < to && text[at] != '\n') {
      at++;
    }
    return at;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
