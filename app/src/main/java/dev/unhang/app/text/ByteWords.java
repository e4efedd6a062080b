package dev.unhang.app.text;

import java.util.Locale;

/// Amounts of bytes in words.
public final class ByteWords {
  private static final int KILO = 1000;

  private ByteWords() {}

  /// `812 bytes`, `1.2 kB`, `12 MB`.
  public static String of(long bytes) {
    if (bytes < KILO) {
      return bytes + " bytes";
    }
    return bytes < KILO * KILO ? of(bytes, KILO, "kB") : of(bytes, KILO * KILO, "MB");
  }

  private static String of(long bytes, int unit, String name) {
    double amount = (double) bytes / unit;
    return String.format(Locale.ROOT, amount < 10 ? "%.1f %s" : "%.0f %s", amount, name);
  }
}
