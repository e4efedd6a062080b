package dev.unhang.config.interfaces;

import java.util.ArrayList;
import java.util.List;

/// Which stanza is run for an interface: with `auto eno1=home` that of `home`.
///
/// Man: interfaces(5), "IFACE SELECTION"; ifupdown alone has it
public final class LogicalName {
  private static final List<String> KEYWORDS = List.of("auto", "allow-auto", "allow-hotplug");

  /// More names than a range has that a person wrote.
  private static final int MAX_NAMES = 256;

  private LogicalName() {}

  /// The name of the stanza that is run for an interface: its own, where nothing says otherwise.
  public static String of(Interfaces interfaces, String nic, Ifupdown program) {
    if (program != Ifupdown.CLASSIC) {
      return nic;
    }
    for (Stanza stanza : interfaces.stanzas()) {
      if (KEYWORDS.contains(stanza.keyword())) {
        for (String word : stanza.arguments()) {
          int equals = word.indexOf('=');
          if (equals > 0 && NamePattern.selects(word, nic)) {
            return word.substring(equals + 1);
          }
        }
      }
    }
    return nic;
  }

  /// The interfaces for which a stanza is run.
  ///
  /// @param nics those that the host is known to have, which patterns may mean
  public static List<String> interfacesOf(
      Interfaces interfaces, Stanza stanza, Ifupdown program, List<String> nics) {
    String name = stanza.arguments().getFirst();
    if (program == Ifupdown.IFUPDOWN2) {
      return NameRange.names(name, MAX_NAMES).orElse(List.of(name));
    }
    List<String> meant = new ArrayList<>();
    if (program == Ifupdown.CLASSIC) {
      List<String> candidates = new ArrayList<>(nics);
      for (Stanza each : interfaces.stanzas()) {
        if (KEYWORDS.contains(each.keyword())) {
          each.arguments().stream()
              .filter(word -> word.endsWith("=" + name) && !word.startsWith("/"))
              .forEach(word -> candidates.add(word.substring(0, word.indexOf('='))));
        }
      }
      candidates.stream()
          .distinct()
          .filter(nic -> of(interfaces, nic, program).equals(name))
          .forEach(meant::add);
    }
    return meant.isEmpty() ? List.of(name) : meant;
  }
}
