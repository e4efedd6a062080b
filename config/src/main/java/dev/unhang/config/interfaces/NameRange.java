package dev.unhang.config.interfaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// ifupdown2's ranges of names: `eno[1-4]`, `swp[1-4].100`; in a list of ports behind `glob`
/// `swp1-52` as well.
///
/// ifupdown2: ifupdown/utils.py, parse_iface_range(); ifupdownaddons/modulebase.py, parse_glob()
final class NameRange {
  private static final Pattern BRACKETS =
      Pattern.compile("([\\w.]{1,15})\\[(\\d{1,6})-(\\d{1,6})\\]([.\\w]{0,15})");
  private static final Pattern PLAIN = Pattern.compile("([\\w.]*?[A-Za-z_.])(\\d{1,6})-(\\d{1,6})");

  private NameRange() {}

  /// Whether a word is a range that has the name; a name by itself is none.
  static boolean has(String word, String name) {
    Matcher range = BRACKETS.matcher(word);
    return range.matches()
        && name.startsWith(range.group(1))
        && name.endsWith(range.group(4))
        && isWithin(middle(name, range.group(1), range.group(4)), range.group(2), range.group(3));
  }

  /// Whether a word behind `glob` means a port: a range, or the port's own name.
  static boolean globs(String word, String name) {
    Matcher plain = PLAIN.matcher(word);
    return word.equals(name)
        || has(word, name)
        || plain.matches()
            && name.startsWith(plain.group(1))
            && isWithin(middle(name, plain.group(1), ""), plain.group(2), plain.group(3));
  }

  /// The names that a word behind `glob` means, at most so many: a range's, else the word's own.
  static List<String> globbed(String word, int most) {
    Matcher plain = PLAIN.matcher(word);
    if (plain.matches()) {
      return names(plain.group(1) + "[" + plain.group(2) + "-" + plain.group(3) + "]", most)
          .orElse(List.of(word));
    }
    return names(word, most).orElse(List.of(word));
  }

  private static String middle(String name, String before, String after) {
    return name.length() < before.length() + after.length()
        ? ""
        : name.substring(before.length(), name.length() - after.length());
  }

  private static boolean isWithin(String number, String from, String to) {
    boolean plain =
        !number.isEmpty()
            && number.length() <= 6
            && number.chars().allMatch(c -> c >= '0' && c <= '9')
            && (number.equals("0") || number.charAt(0) != '0');
    return plain
        && Integer.parseInt(number) >= Integer.parseInt(from)
        && Integer.parseInt(number) <= Integer.parseInt(to);
  }

  /// The names of a range, at most so many; empty where it is none.
  static Optional<List<String>> names(String word, int most) {
    Matcher range = BRACKETS.matcher(word);
    if (!range.matches()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    int to = Integer.parseInt(range.group(3));
    for (int i = Integer.parseInt(range.group(2)); i <= to && names.size() < most; i++) {
      names.add(range.group(1) + i + range.group(4));
    }
    return Optional.of(names);
  }
}
