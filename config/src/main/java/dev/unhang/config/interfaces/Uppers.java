package dev.unhang.config.interfaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What sits on an interface by the files' own words: bridges, bonds, VLANs.
///
/// ifupdown2: addons/bridge.py, addons/bond.py, addons/vlan.py (get_dependent_ifacenames). Man:
/// bridge-utils-interfaces(5), "bridge_ports"; ifenslave: README.Debian, "bond-slaves"
final class Uppers {
  private static final List<String> BOND_LISTS = List.of("bond-slaves", "slaves");

  private Uppers() {}

  /// One of them.
  ///
  /// @param relation what the interface is to it: `a port of`
  record Upper(String name, String relation) {}

  static List<Upper> of(Interfaces interfaces, String lower) {
    List<Upper> uppers = new ArrayList<>();
    for (Stanza stanza : interfaces.stanzas()) {
      if (stanza.keyword().equals("iface") && !stanza.arguments().isEmpty()) {
        String name = stanza.arguments().getFirst();
        relation(stanza, name, lower).ifPresent(how -> uppers.add(new Upper(name, how)));
        if (stanza.defines(lower)) {
          stanza
              .option("bond-master")
              .filter(master -> !master.value().equals("none"))
              .ifPresent(master -> uppers.add(new Upper(master.value(), "a slave of")));
        }
      }
    }
    return uppers;
  }

  private static Optional<String> relation(Stanza stanza, String name, String lower) {
    if (NamePattern.lists(words(stanza, "bridge-ports"), lower)) {
      return Optional.of("a port of");
    }
    for (String list : BOND_LISTS) {
      if (NamePattern.lists(words(stanza, list), lower)) {
        return Optional.of("a slave of");
      }
    }
    boolean isVlan =
        words(stanza, "vlan-raw-device").equals(List.of(lower))
            || name.startsWith(lower + ".") && name.length() > lower.length() + 1;
    return isVlan ? Optional.of("below") : Optional.empty();
  }

  private static List<String> words(Stanza stanza, String option) {
    return stanza
        .option(option)
        .map(found -> List.of(found.value().split("\\s+")))
        .orElse(List.of());
  }
}
