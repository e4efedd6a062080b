package dev.unhang.config.interfaces;

import dev.unhang.config.lines.RawLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the stanzas among raw lines.
///
/// Man: interfaces(5), "FILE FORMAT": a line whose first word is a keyword begins a stanza, whether
/// indented or not; every other line is an option of the `iface` or `mapping` above it. ifupdown2:
/// ifupdown/networkinterfaces.py (template, vlan)
final class InterfacesParser {
  private static final Set<String> KEYWORDS =
      Set.of(
          "auto",
          "iface",
          "mapping",
          "source",
          "source-directory",
          "rename",
          "template",
          "no-auto-down",
          "no-scripts",
          "vlan");

  /// Stanzas that have options below them.
  private static final Set<String> WITH_OPTIONS = Set.of("iface", "mapping", "template", "vlan");

  private InterfacesParser() {}

  static List<Stanza> stanzas(List<RawLine> lines) {
    List<Stanza> stanzas = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isIgnored()) {
        continue;
      }
      int last = lastLine(lines, i);
      List<String> words = words(joined(lines, i, last));
      if (!words.isEmpty() && isKeyword(words.getFirst())) {
        stanzas.add(
            new Stanza(words.getFirst(), words.subList(1, words.size()), i, last, List.of()));
      } else if (!words.isEmpty() && !stanzas.isEmpty()) {
        addOption(stanzas, option(joined(lines, i, last), i, last));
      }
      i = last;
    }
    return stanzas;
  }

  private static boolean isKeyword(String word) {
    return KEYWORDS.contains(word) || word.startsWith("allow-");
  }

  private static void addOption(List<Stanza> stanzas, Option option) {
    Stanza stanza = stanzas.getLast();
    if (!WITH_OPTIONS.contains(stanza.keyword())) {
      return;
    }
    List<Option> options = new ArrayList<>(stanza.options());
    options.add(option);
    stanzas.set(
        stanzas.size() - 1,
        new Stanza(
            stanza.keyword(),
            stanza.arguments(),
            stanza.firstLine(),
            stanza.headerLastLine(),
            options));
  }

  private static Option option(String text, int first, int last) {
    String stripped = text.strip();
    int end = 0;
    while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
      end++;
    }
    return new Option(stripped.substring(0, end), stripped.substring(end).strip(), first, last);
  }

  private static int lastLine(List<RawLine> lines, int first) {
    int last = first;
    while (lines.get(last).isContinued() && last + 1 < lines.size()) {
      last++;
    }
    return last;
  }

  private static String joined(List<RawLine> lines, int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      String line = lines.get(i).text();
      text.append(lines.get(i).isContinued() ? line.substring(0, line.length() - 1) : line);
    }
    return text.toString();
  }

  private static List<String> words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
  }
}
