package dev.unhang.logs.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// JSON as bytes, put together in a buffer that is used again and grows as it needs.
final class JsonBytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /// Characters of ASCII that stand for themselves in a JSON string.
  private static final boolean[] PLAIN = new boolean[256];

  static {
    for (int c = ' '; c < 0x7f; c++) {
      PLAIN[c] = c != '"' && c != '\\';
    }
  }

  private byte[] bytes;
  private int length;

  JsonBytes(int room) {
    bytes = new byte[room];
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /// Undoes what was put in last.
  void cutTo(int shorter) {
    length = shorter;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  void put(byte c) {
    room(1);
    bytes[length++] = c;
  }

  void put(byte[] from) {
    put(from, 0, from.length);
  }

  void put(byte[] from, int at, int count) {
    room(count);
    System.arraycopy(from, at, bytes, length, count);
    length += count;
  }

  /// A number without sign in lower-case hex, without leading zeros.
  void hex(long number) {
    int digits = Math.max(1, (67 - Long.numberOfLeadingZeros(number)) / 4);
    hex(number, digits);
  }

  void hex(long number, int digits) {
    room(digits);
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      bytes[length++] = HEX[(int) (number >>> shift) & 0xf];
    }
  }

  /// A number without sign.
  void decimal(long number) {
    if (number < 0) {
      put(Long.toUnsignedString(number).getBytes(StandardCharsets.US_ASCII));
      return;
    }
    room(20);
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    long rest = number;
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  /// A field's value as journalctl has it: a string where it is text, else the numbers of its
  /// bytes.
  ///
  /// Doc: src/shared/logs-show.c, update_json_data() (v252)
  void value(byte[] from, int at, int to) {
    int begin = length;
    room(2 * (to - at) + 2);
    put((byte) '"');
    if (text(from, at, to)) {
      put((byte) '"');
      return;
    }
    length = begin;
    put((byte) '[');
    for (int i = at; i < to; i++) {
      if (i > at) {
        put((byte) ',');
      }
      decimal(from[i] & 0xff);
    }
    put((byte) ']');
  }

  /// False where it is no text that can be shown.
  private boolean text(byte[] from, int at, int to) {
    byte[] into = bytes;
    int filled = length;
    for (int i = at; i < to; ) {
      byte c = from[i];
      if (PLAIN[c & 0xff]) {
        into[filled++] = c;
        i++;
      } else if (c >= 0) {
        byte escaped = escape(c);
        if (escaped == 0) {
          return false;
        }
        into[filled++] = '\\';
        into[filled++] = escaped;
        i++;
      } else {
        int size = Utf8.printable(from, i, to);
        if (size == 0) {
          return false;
        }
        System.arraycopy(from, i, into, filled, size);
        filled += size;
        i += size;
      }
    }
    length = filled;
    return true;
  }

  private static byte escape(byte c) {
    return switch (c) {
      case '"', '\\' -> c;
      case '\n' -> 'n';
      case '\t' -> 't';
      default -> 0;
    };
  }
}
