package dev.unhang.config.interfaces;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Patterns that stand for names: of files that are sourced, of interfaces that are raised, of
/// bridges' ports.
///
/// Man: glob(7); interfaces(5), "IFACE SELECTION"; bridge-utils-interfaces(5), "bridge_ports"
final class NamePattern {
  /// Longer than anybody writes, short enough for any expression to end on a name of 15 bytes.
  private static final int MAX_LENGTH = 64;

  /// A wildcard, a set, or a character that means itself.
  private static final Pattern GLOB_PART =
      Pattern.compile("(?s)\\[(?<not>!?)(?<set>[\\w.-]+)\\]|.");

  private NamePattern() {}

  /// Whether a word behind `auto` means an interface: its name, or a pattern behind a slash.
  static boolean selects(String word, String name) {
    return word.startsWith("/") && word.indexOf('/', 1) < 0 && word.indexOf('=') < 0
        ? glob(word.substring(1)).matcher(name).matches()
        : word.equals(name);
  }

  /// Whether a list of ports has an interface: its name, a pattern behind `glob`, an expression
  /// behind `regex`.
  static boolean lists(List<String> words, String name) {
    boolean regex = false;
    boolean glob = false;
    for (String word : words) {
      switch (word) {
        case "regex" -> regex = true;
        case "noregex" -> regex = false;
        case "glob" -> glob = true;
        default -> {
          boolean isIt =
              regex
                  ? expression(word).filter(each -> each.matcher(name).matches()).isPresent()
                  : glob ? glob(word).matcher(name).matches() : word.equals(name);
          if (isIt) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Optional<Pattern> expression(String word) {
    try {
      return word.length() > MAX_LENGTH ? Optional.empty() : Optional.of(Pattern.compile(word));
    } catch (PatternSyntaxException not_one_of_ours) {
      return Optional.empty();
    }
  }

  /// A shell pattern of one path component: `*`, `?`, `[a-z]`, `[!a-z]`; a leading dot must be
  /// spelled out.
  ///
  /// Man: glob(7)
  static Pattern glob(String pattern) {
    StringBuilder regex = new StringBuilder(pattern.startsWith(".") ? "" : "(?!\\.)");
    Matcher part = GLOB_PART.matcher(pattern);
    while (part.find()) {
      String found = part.group();
      if (found.equals("*")) {
        regex.append(".*");
      } else if (found.equals("?")) {
        regex.append('.');
      } else if (part.group("set") != null) {
        String not = part.group("not").isEmpty() ? "" : "^";
        regex.append('[').append(not).append(part.group("set")).append(']');
      } else {
        regex.append(Pattern.quote(found));
      }
    }
    try {
      return Pattern.compile(regex.toString());
    } catch (PatternSyntaxException range_runs_backwards) {
      return Pattern.compile(Pattern.quote(pattern));
    }
  }
}
