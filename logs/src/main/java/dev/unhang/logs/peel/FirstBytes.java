package dev.unhang.logs.peel;

/// What a line begins with, told without a regular expression: most lines bear none of most layers.
public final class FirstBytes {
  private FirstBytes() {}

  /// The character there, or NUL behind the end.
  public static char at(String line, int index) {
    return index < line.length() ? line.charAt(index) : '\0';
  }

  static boolean isDigit(String line, int index) {
    char c = at(line, index);
    return c >= '0' && c <= '9';
  }

  public static boolean isLetter(String line, int index) {
    return Character.isLetter(at(line, index));
  }

  /// `2025-`: a date's year.
  static boolean isYear(String line, int index) {
    return isDigit(line, index)
        && isDigit(line, index + 1)
        && isDigit(line, index + 2)
        && isDigit(line, index + 3)
        && at(line, index + 4) == '-';
  }

  /// `2025-05-`: a day's date is next.
  static boolean isDate(String line) {
    return isYear(line, 0) && isDigit(line, 5) && isDigit(line, 6) && at(line, 7) == '-';
  }
}
