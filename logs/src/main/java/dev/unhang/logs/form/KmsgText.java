package dev.unhang.logs.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Text as /dev/kmsg escapes it: what is not printable, no ASCII, or a backslash, is `\xNN`.
///
/// Doc: Documentation/ABI/testing/dev-kmsg (v6.1)
final class KmsgText {
  private static final int ESCAPE_LENGTH = "\\x0a".length();
  private static final int HEX = 16;

  private KmsgText() {}

  /// What was escaped.
  static String plain(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    byte[] bytes = escaped.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (isEscape(bytes, i)) {
        plain.write(digit(bytes[i + 2]) * HEX + digit(bytes[i + 3]));
        i += ESCAPE_LENGTH - 1;
      } else {
        plain.write(bytes[i]);
      }
    }
    return plain.toString(StandardCharsets.UTF_8);
  }

  /// The lines of one record: an escaped newline never begins another one.
  static List<String> lines(String escaped) {
    return List.of(plain(escaped).split("\n", -1));
  }

  private static boolean isEscape(byte[] bytes, int at) {
    return bytes[at] == '\\'
        && at + ESCAPE_LENGTH <= bytes.length
        && bytes[at + 1] == 'x'
        && digit(bytes[at + 2]) >= 0
        && digit(bytes[at + 3]) >= 0;
  }

  private static int digit(byte c) {
    return Character.digit((char) c, HEX);
  }
}
