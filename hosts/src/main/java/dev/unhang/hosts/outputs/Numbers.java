package dev.unhang.hosts.outputs;

import java.util.Optional;

/// Numbers in foreign text: any length, any sign, and often none at all.
final class Numbers {
  /// So many digits fit a long, whatever they are.
  private static final int LONG_DIGITS = 18;

  private static final int UNSIGNED_DIGITS = 20;
  private static final int INT_DIGITS = 9;
  private static final int HEX_DIGITS = 15;
  private static final int HEX = 16;
  private static final String LARGEST = "18446744073709551615";

  private Numbers() {}

  /// Decimal digits and nothing else, at most 18 of them.
  static Optional<Long> decimal(String text) {
    return isDigits(text, LONG_DIGITS) ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  /// The same in 32 bits, at most 9 digits.
  static Optional<Integer> small(String text) {
    return isDigits(text, INT_DIGITS) ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  /// A counter of 64 bits without a sign.
  static Optional<Long> unsigned(String text) {
    if (!isDigits(text, UNSIGNED_DIGITS)
        || (text.length() == UNSIGNED_DIGITS && text.compareTo(LARGEST) > 0)) {
      return Optional.empty();
    }
    return Optional.of(Long.parseUnsignedLong(text));
  }

  /// Hexadecimal digits, at most 15, with or without `0x` before them.
  static Optional<Long> hex(String text) {
    String digits = text.startsWith("0x") ? text.substring(2) : text;
    boolean isHex =
        !digits.isEmpty()
            && digits.length() <= HEX_DIGITS
            && digits.chars().allMatch(c -> c < 128 && Character.digit(c, HEX) >= 0);
    return isHex ? Optional.of(Long.parseLong(digits, HEX)) : Optional.empty();
  }

  private static boolean isDigits(String text, int most) {
    return !text.isEmpty()
        && text.length() <= most
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
