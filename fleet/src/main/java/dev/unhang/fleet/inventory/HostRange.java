package dev.unhang.fleet.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names with ranges in them: `web[01:20].example.org`, `db-[a:f]`, `rack[1:9:2]`.
///
/// Ansible: "How to build your inventory", "Adding ranges of hosts"
final class HostRange {
  private static final Pattern RANGE =
      Pattern.compile("\\[([0-9]{0,7}|[A-Za-z]):([0-9]{1,7}|[A-Za-z])(?::([0-9]{1,7}))?\\]");

  /// A name with more of them is no name.
  private static final int MAX_RANGES = 4;

  private HostRange() {}

  /// A part of a name: each of some words stands there.
  private record Part(List<String> words) {}

  /// Every name that is meant. Throws Malformed where a range makes no sense, or means more hosts
  /// than an inventory may have.
  static void expand(String pattern, Spot spot, Consumer<String> out) {
    if (pattern.indexOf('[') < 0 || SshAddress.parse(pattern).isPresent()) {
      out.accept(pattern);
      return;
    }
    List<Part> parts = new ArrayList<>();
    Matcher range = RANGE.matcher(pattern);
    int end = 0;
    long names = 1;
    while (range.find()) {
      parts.add(new Part(List.of(pattern.substring(end, range.start()))));
      Spot at = new Spot(spot.origin(), spot.line(), spot.column() + range.start());
      List<String> words = words(range, at);
      names *= words.size();
      if (parts.size() > 2 * MAX_RANGES || names > Inventory.MAX_HOSTS) {
        throw at.wrong(
            "these ranges mean more than " + Inventory.MAX_HOSTS + " hosts", "name fewer at once");
      }
      parts.add(new Part(words));
      end = range.end();
    }
    parts.add(new Part(List.of(pattern.substring(end))));
    if (parts.size() == 1) {
      throw spot.wrong("'" + pattern + "' has a bracket and no range", "write it as web[01:20]");
    }
    each(parts, 0, "", out);
  }

  private static void each(List<Part> parts, int index, String begun, Consumer<String> out) {
    if (index == parts.size()) {
      out.accept(begun);
      return;
    }
    for (String word : parts.get(index).words()) {
      each(parts, index + 1, begun + word, out);
    }
  }

  private static List<String> words(Matcher range, Spot at) {
    String from = range.group(1);
    String to = range.group(2);
    int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
    boolean letters = !to.isEmpty() && Character.isLetter(to.charAt(0));
    boolean fit = letters ? from.length() == 1 && Character.isLetter(from.charAt(0)) : digits(from);
    if (!fit || step == 0) {
      throw at.wrong(
          "'" + range.group() + "' is no range", "write [01:20], [a:f], or [0:20:5] by steps");
    }
    int first = letters ? from.charAt(0) : from.isEmpty() ? 0 : Integer.parseInt(from);
    int last = letters ? to.charAt(0) : Integer.parseInt(to);
    if (first > last || letters && Character.isLowerCase(first) != Character.isLowerCase(last)) {
      throw at.wrong(
          "the range '" + range.group() + "' ends before it begins", "turn its ends round");
    }
    if ((last - first) / step >= Inventory.MAX_HOSTS) {
      throw at.wrong(
          "this range means more than " + Inventory.MAX_HOSTS + " hosts", "name fewer at once");
    }
    int width = from.startsWith("0") && from.length() > 1 ? from.length() : 1;
    List<String> words = new ArrayList<>();
    for (int each = first; each <= last; each += step) {
      words.add(letters ? String.valueOf((char) each) : padded(each, width));
    }
    return words;
  }

  private static boolean digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String padded(int number, int width) {
    String digits = String.valueOf(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
