package dev.unhang.config.interfaces;

import java.util.ArrayList;
import java.util.List;

/// The names in a list of ports: words by themselves, and ranges behind `glob`. What an expression
/// or a shell pattern would find can't be said without the host.
///
/// ifupdown2: ifupdownaddons/modulebase.py, parse_port_list(). Man: bridge-utils-interfaces(5),
/// "bridge_ports"
public final class PortNames {
  /// More than a range has that a person wrote.
  private static final int MAX_NAMES = 256;

  private PortNames() {}

  /// The names, in their order.
  public static List<String> of(List<String> words) {
    List<String> names = new ArrayList<>();
    String how = "";
    for (String word : words) {
      switch (word) {
        case "none", "all" -> {}
        case "regex", "glob" -> how = word;
        case "noregex", "noglob" -> how = "";
        default -> {
          switch (how) {
            case "regex" -> {}
            case "glob" -> names.addAll(NameRange.globbed(word, MAX_NAMES));
            default ->
                names.addAll(NameRange.names(word, MAX_NAMES).orElseGet(() -> List.of(word)));
          }
          how = how.equals("glob") ? how : "";
        }
      }
    }
    names.removeIf(name -> name.chars().anyMatch(c -> "*?[]\\${}%".indexOf(c) >= 0));
    return names;
  }
}
