package dev.unhang.logs.journal;

/// What systemd takes for a character that can be shown.
///
/// Doc: src/basic/utf8.c, utf8_is_printable_newline() and unichar_is_valid() (v252)
final class Utf8 {
  private Utf8() {}

  /// The length in bytes of the character beyond ASCII that begins here; 0 where none does, or one
  /// that controls.
  static int printable(byte[] bytes, int at, int to) {
    int first = bytes[at] & 0xff;
    int length = first >= 0xf0 && first < 0xf8 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first >= 0xf8 || length > to - at) {
      return 0;
    }
    int point = first & 0xff >> length + 1;
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 0;
      }
      point = point << 6 | bytes[at + i] & 0x3f;
    }
    return isShort(point, length) && isCharacter(point) ? length : 0;
  }

  /// Whether a point needs that many bytes: a longer form is a trick.
  private static boolean isShort(int point, int length) {
    return point >= (length == 2 ? 0xa0 : length == 3 ? 0x800 : 0x10000);
  }

  private static boolean isCharacter(int point) {
    boolean surrogate = (point & 0xfffff800) == 0xd800;
    boolean reserved = point >= 0xfdd0 && point <= 0xfdef || (point & 0xfffe) == 0xfffe;
    return point < 0x110000 && !surrogate && !reserved;
  }
}
