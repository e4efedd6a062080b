package dev.unhang.hosts.bundle;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces whole words, in any case. A word may hold dots and dashes; letters and digits beside it
/// would make it another. Numbers are no words.
final class Words {
  /// Hex digits that are a number, though a guest may be called `c00`: a register's, a PCI
  /// device's.
  private static final Pattern NUMBER =
      Pattern.compile(
          "<[0-9a-fA-F]{1,16}>|\\b0[xX][0-9a-fA-F]{1,16}\\b"
              + "|(?<![0-9A-Za-z:.-])(?:[0-9a-fA-F]{4,8}:)?[0-9a-fA-F]{2}:[0-9a-fA-F]{2}\\.[0-7](?![0-9A-Za-z])"
              + "|\\[[0-9a-fA-F]{4}:[0-9a-fA-F]{4}\\]");

  private final Map<String, String> others;
  private final int longest;

  /// @param others what stands for each, by the word in lower case
  Words(Map<String, String> others) {
    this.others = Map.copyOf(others);
    this.longest = others.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  String replaced(String text) {
    if (others.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    Matcher number = NUMBER.matcher(text);
    int at = 0;
    while (number.find()) {
      out.append(piece(text.substring(at, number.start()))).append(number.group());
      at = number.end();
    }
    return out.append(piece(text.substring(at))).toString();
  }

  private String piece(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = begins(lower, at) ? end(lower, at) : at;
      if (end > at) {
        out.append(others.get(lower.substring(at, end)));
        at = end;
      } else {
        out.append(text.charAt(at));
        at++;
      }
    }
    return out.toString();
  }

  private static boolean begins(String text, int at) {
    return isPart(text.charAt(at)) && (at == 0 || !isPart(text.charAt(at - 1)));
  }

  /// The end of the longest word that begins here; the place itself where none does.
  private int end(String text, int at) {
    int best = at;
    int limit = Math.min(text.length(), at + longest);
    for (int end = at + 1; end <= limit && isInName(text.charAt(end - 1)); end++) {
      boolean ends = end == text.length() || !isPart(text.charAt(end));
      if (ends && others.containsKey(text.substring(at, end))) {
        best = end;
      }
    }
    return best;
  }

  /// Bytes of letters beyond ASCII are letters too.
  private static boolean isPart(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 0x80;
  }

  private static boolean isInName(char c) {
    return isPart(c) || c == '-' || c == '.' || c == '_' || c == ' ';
  }
}
