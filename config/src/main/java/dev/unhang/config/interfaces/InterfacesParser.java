package dev.unhang.config.interfaces;

import dev.unhang.config.lines.RawLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the stanzas among raw lines, as the program finds them that reads them at boot.
///
/// Man: interfaces(5), "FILE FORMAT": a line whose first word is a keyword begins a stanza, whether
/// indented or not; every other line is an option of the `iface` or `mapping` above it. ifupdown2:
/// ifupdown/networkinterfaces.py (template, vlan). ifupdown-ng: libifupdown/interface-file.c
final class InterfacesParser {
  private static final Set<String> KEYWORDS =
      Set.of(
          "auto",
          "iface",
          "mapping",
          "source",
          "source-directory",
          "source-dir",
          "rename",
          "template",
          "no-auto-down",
          "no-scripts",
          "vlan");

  /// Stanzas that have options below them.
  private static final Set<String> WITH_OPTIONS = Set.of("iface", "mapping", "template", "vlan");

  private final List<RawLine> lines;
  private final Ifupdown program;
  private final List<Stanza> stanzas = new ArrayList<>();
  private final ClassicCheck check;
  private Optional<Stop> stop = Optional.empty();

  /// Where the program gives up.
  ///
  /// @param index of the raw line
  record Stop(int index, String why) {}

  /// @param sourced whether the file is read in the midst of another
  InterfacesParser(List<RawLine> lines, Ifupdown program, boolean sourced) {
    this.lines = lines;
    this.program = program;
    this.check = new ClassicCheck(sourced);
  }

  /// What the program stops at; empty where it reads everything.
  Optional<Stop> stop() {
    return stop;
  }

  /// All stanzas, those behind such a line too.
  List<Stanza> stanzas() {
    for (int i = 0; i < lines.size(); i++) {
      int last = lastLine(i);
      if (!lines.get(i).isIgnored() && !isControl(lines.get(i))) {
        line(i, last);
      }
      i = last;
    }
    return stanzas;
  }

  private void line(int first, int last) {
    String text = joined(first, last);
    List<String> words = words(text);
    if (words.isEmpty()) {
      return;
    }
    if (program == Ifupdown.CLASSIC && stop.isEmpty()) {
      stop = check.problem(words).map(why -> new Stop(first, why));
    }
    String keyword = words.getFirst();
    if (isKeyword(keyword) && !isOfTheStanza(words)) {
      boolean spelled = keyword.equals("interface");
      stanzas.add(
          new Stanza(
              spelled ? "iface" : keyword, words.subList(1, words.size()), first, last, List.of()));
    } else if (!stanzas.isEmpty()) {
      addOption(option(text, first, last));
    }
  }

  private boolean isKeyword(String word) {
    return KEYWORDS.contains(word)
        || word.startsWith("allow-")
        || isNgs() && word.equals("interface");
  }

  /// Where it isn't known who reads the file, nothing that anybody finds may be overlooked.
  private boolean isNgs() {
    return program == Ifupdown.NG || program == Ifupdown.NONE;
  }

  /// A bare `auto` or `allow-…` in a stanza speaks of the stanza's interface.
  private boolean isOfTheStanza(List<String> words) {
    boolean speaks = ClassicCheck.speaksOfItsStanza(words.getFirst());
    return program == Ifupdown.CLASSIC
        && speaks
        && words.size() == 1
        && !stanzas.isEmpty()
        && stanzas.getLast().keyword().equals("iface");
  }

  /// ifupdown2 hands a file to mako before it reads it: such lines are not in what comes back.
  private boolean isControl(RawLine line) {
    String text = line.text().strip();
    return program == Ifupdown.IFUPDOWN2 && text.startsWith("%") && !text.startsWith("%%");
  }

  private void addOption(Option option) {
    Stanza above = stanzas.getLast();
    if (program == Ifupdown.NG && above.keyword().equals("auto") && !above.arguments().isEmpty()) {
      stanzas.add(ofAuto(above));
    }
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

  /// To ifupdown-ng a line `auto eno1` is where what it is told of eno1 may begin, too.
  private static Stanza ofAuto(Stanza auto) {
    return new Stanza(
        "iface",
        List.of(auto.arguments().getFirst()),
        auto.firstLine(),
        auto.headerLastLine(),
        List.of());
  }

  private static Option option(String text, int first, int last) {
    String stripped = text.strip();
    int end = 0;
    while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
      end++;
    }
    return new Option(stripped.substring(0, end), stripped.substring(end).strip(), first, last);
  }

  /// To ifupdown2 a backslash at a line's end swallows the end, all blank lines behind it, and a
  /// comment's too; to the others a comment is passed over line by line.
  ///
  /// ifupdown2: ifupdown/networkinterfaces.py, process_interfaces()
  private int lastLine(int first) {
    boolean swallows = program == Ifupdown.IFUPDOWN2;
    int last = first;
    if (!swallows && lines.get(first).isIgnored()) {
      return last;
    }
    while (isContinued(last) && last + 1 < lines.size()) {
      last++;
      while (swallows && lines.get(last).text().isBlank() && last + 1 < lines.size()) {
        last++;
      }
    }
    return last;
  }

  private boolean isContinued(int index) {
    return program == Ifupdown.IFUPDOWN2
        ? lines.get(index).text().stripTrailing().endsWith("\\")
        : lines.get(index).isContinued();
  }

  private String joined(int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      String line = lines.get(i).text();
      String bare = program == Ifupdown.IFUPDOWN2 ? line.stripTrailing() : line;
      text.append(isContinued(i) ? bare.substring(0, bare.length() - 1) : line);
    }
    return text.toString();
  }

  private static List<String> words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
  }
}
