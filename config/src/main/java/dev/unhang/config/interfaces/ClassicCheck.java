package dev.unhang.config.interfaces;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the line at which Debian's first ifupdown gives up. In the main file it then raises
/// nothing at all; what a sourced file says from there on is lost.
///
/// ifupdown 0.8.41, seen by `ifup -a -n -v`: "misplaced option", "option with empty value", "too
/// few parameters for iface line", "unknown or no address type", "unknown or no method", "is
/// missing a parameter", "unknown iface to inherit from", "duplicate script in mapping", "missing
/// target name"
final class ClassicCheck {
  private static final Map<String, Set<String>> METHODS =
      Map.of(
          "inet",
              Set.of(
                  "loopback",
                  "static",
                  "manual",
                  "dhcp",
                  "bootp",
                  "tunnel",
                  "ppp",
                  "wvdial",
                  "ipv4ll"),
          "inet6",
              Set.of("auto", "loopback", "static", "manual", "dhcp", "v4tunnel", "6to4", "tunnel"),
          "ipx", Set.of("static", "dynamic"),
          "can", Set.of("static"),
          "meta", Set.of("none"));

  /// Keywords that, with nothing behind them, speak of the stanza they stand in.
  private static final Set<String> OF_THE_STANZA = Set.of("auto", "no-auto-down", "no-scripts");

  private enum In {
    NOTHING,
    IFACE,
    MAPPING
  }

  private final Set<String> defined = new HashSet<>();
  private In in = In.NOTHING;
  private boolean hasScript;
  private boolean othersMayDefine;

  /// @param sourced whether the file is read in the midst of another
  ClassicCheck(boolean sourced) {
    this.othersMayDefine = sourced;
  }

  /// Why the line can't be read; empty where it can.
  ///
  /// @param words of a line with all its continuations
  Optional<String> problem(List<String> words) {
    String first = words.getFirst();
    boolean bare = words.size() == 1;
    switch (first) {
      case "mapping" -> {
        in = In.MAPPING;
        hasScript = false;
        return Optional.empty();
      }
      case "iface", "template" -> {
        in = In.IFACE;
        return iface(words.subList(1, words.size()));
      }
      case "source", "source-directory", "source-dir" -> {
        in = In.NOTHING;
        othersMayDefine = true;
        return Optional.empty();
      }
      case "rename" -> {
        in = In.NOTHING;
        return words.stream()
            .skip(1)
            .filter(word -> word.indexOf('=') < 0)
            .findFirst()
            .map(word -> "missing target name for interface " + word);
      }
      default -> {
        if (speaksOfItsStanza(first)) {
          in = bare && in == In.IFACE ? In.IFACE : In.NOTHING;
          return Optional.empty();
        }
        return option(first, bare);
      }
    }
  }

  /// Whether a keyword with nothing behind it speaks of the stanza it stands in.
  static boolean speaksOfItsStanza(String keyword) {
    return OF_THE_STANZA.contains(keyword)
        || keyword.startsWith("allow-") && keyword.length() > "allow-".length();
  }

  private Optional<String> option(String name, boolean bare) {
    if (in == In.NOTHING || in == In.MAPPING && !name.equals("script") && !name.equals("map")) {
      return Optional.of("misplaced option");
    }
    if (bare) {
      return Optional.of("option with empty value");
    }
    boolean again = in == In.MAPPING && name.equals("script") && hasScript;
    hasScript = hasScript || name.equals("script");
    return again ? Optional.of("duplicate script in mapping") : Optional.empty();
  }

  private Optional<String> iface(List<String> words) {
    if (words.isEmpty()) {
      return Optional.of("too few parameters for iface line");
    }
    String family = "";
    String method = "";
    boolean inherits = false;
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("inherits")) {
        if (i + 1 == words.size()) {
          return Optional.of("'inherits' keyword is missing a parameter");
        }
        i++;
        inherits = true;
        if (!isDefined(words.get(i), family)) {
          return Optional.of("unknown iface to inherit from: " + words.get(i));
        }
      } else if (family.isEmpty() && METHODS.containsKey(word)) {
        family = word;
      } else if (method.isEmpty() && METHODS.getOrDefault(family, Set.of()).contains(word)) {
        method = word;
      }
    }
    defined.add(words.getFirst() + " " + family);
    if (inherits) {
      return Optional.empty();
    }
    return family.isEmpty()
        ? Optional.of("unknown or no address type and no inherits keyword specified")
        : method.isEmpty()
            ? Optional.of("unknown or no method and no inherits keyword specified")
            : Optional.empty();
  }

  /// What is inherited from has to stand above, in this file or in one that was read before.
  private boolean isDefined(String name, String family) {
    return othersMayDefine
        || (family.isEmpty()
            ? defined.stream().anyMatch(each -> each.startsWith(name + " "))
            : defined.contains(name + " " + family));
  }
}
