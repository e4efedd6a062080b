package dev.unhang.config.interfaces;

import java.util.List;

/// A list of ports as ifupdown2 reads it: names, a range behind `glob`, an expression behind
/// `regex`, each for one word.
///
/// ifupdown2: ifupdownaddons/modulebase.py, parse_port_list()
final class Ports {
  private Ports() {}

  static boolean ofIfupdown2(List<String> words, String name) {
    String how = "";
    for (String word : words) {
      switch (word) {
        case "regex", "glob" -> how = word;
        case "noregex", "noglob" -> how = "";
        default -> {
          boolean isIt =
              switch (how) {
                case "regex" -> NamePattern.expresses(word, name);
                case "glob" -> NameRange.globs(word, name);
                default -> word.equals(name);
              };
          if (isIt) {
            return true;
          }
          how = "";
        }
      }
    }
    return false;
  }
}
