package dev.unhang.config.networkd;

/// A shell pattern: `*` and `?`. Sets in brackets are not read.
///
/// Man: glob(7)
public final class NameGlob {
  private NameGlob() {}

  /// Whether a text fits the pattern. It takes time in proportion to the product of their lengths.
  static Fits fits(String pattern, String text) {
    return pattern.indexOf('[') >= 0 ? Fits.UNKNOWN : Fits.of(matches(pattern, text));
  }

  /// The same, where sets are taken for the characters they are written with.
  public static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int behindStar = 0;
    while (t < text.length()) {
      char wanted = p < pattern.length() ? pattern.charAt(p) : '\0';
      if (wanted == '*') {
        star = p++;
        behindStar = t;
      } else if (p < pattern.length() && (wanted == '?' || wanted == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++behindStar;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
