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

  /// Whether a word behind `auto` means an interface: its name, or a pattern behind a slash; which
  /// stanza it is to get may stand behind `=`.
  static boolean selects(String word, String name) {
    int equals = word.indexOf('=');
    String who = equals > 0 ? word.substring(0, equals) : word;
    return who.startsWith("/") && who.indexOf('/', 1) < 0
        ? glob(who.substring(1)).matcher(name).matches()
        : who.equals(name);
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
                  ? expresses(word, name)
                  : glob ? glob(word).matcher(name).matches() : word.equals(name);
          if (isIt) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Whether an expression means a whole name.
  static boolean expresses(String word, String name) {
    return expression(word).filter(each -> each.matcher(name).matches()).isPresent();
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
