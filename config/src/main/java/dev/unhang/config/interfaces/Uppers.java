package dev.unhang.config.interfaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What sits on an interface by the files' own words, as the program that reads them understands
/// them: bridges, bonds, VLANs and so on.
///
/// ifupdown2: addons/{bridge,bond,vlan,vxlan,link,tunnel,vrf}.py, get_dependent_ifacenames(), run
/// as `ifup -a -n -v` (3.0.0). ifupdown-ng: executors' phase `depend`, run the same way (0.11.4).
/// Man: bridge-utils-interfaces(5), "bridge_ports"; ifenslave: README.Debian, "bond-slaves"
final class Uppers {
  private final Interfaces interfaces;
  private final Ifupdown program;

  Uppers(Interfaces interfaces, Ifupdown program) {
    this.interfaces = interfaces;
    this.program = program;
  }

  /// One of them.
  ///
  /// @param relation what the interface is to it: `a port of`
  record Upper(String name, String relation) {}

  /// What sits right on an interface.
  List<Upper> of(String lower) {
    List<Upper> uppers = new ArrayList<>();
    for (Stanza stanza : interfaces.stanzas()) {
      if (stanza.keyword().equals("iface") && !stanza.arguments().isEmpty()) {
        String name = stanza.arguments().getFirst();
        relation(stanza, name, lower).ifPresent(how -> uppers.add(new Upper(name, how)));
        for (String word : portWords(stanza)) {
          if (isVlanOf(word, lower)) {
            uppers.add(new Upper(word, "below"));
          }
        }
        if (stanza.defines(lower)) {
          masters(stanza, uppers);
        }
      } else if (stanza.keyword().equals("auto") && program == Ifupdown.NG) {
        // What is raised needs no stanza there.
        stanza.arguments().stream()
            .limit(1)
            .filter(name -> isVlanOf(name, lower))
            .forEach(name -> uppers.add(new Upper(name, "below")));
      }
    }
    return uppers;
  }

  /// A VLAN that is a port is made by itself, without a stanza.
  private List<String> portWords(Stanza stanza) {
    List<String> words = new ArrayList<>(stanza.words("bridge-ports"));
    words.addAll(stanza.words("bond-slaves"));
    if (program == Ifupdown.NG) {
      words.addAll(stanza.words("bond-members"));
      words.addAll(stanza.words("requires"));
    }
    return words;
  }

  private static boolean isVlanOf(String name, String lower) {
    return name.startsWith(lower + ".")
        && name.length() > lower.length() + 1
        && name.substring(lower.length() + 1).chars().allMatch(Character::isDigit);
  }

  /// What a stanza says of itself. Of a master only ifupdown's ifenslave reads it there: ifupdown2
  /// and ifupdown-ng raise no interface for it.
  private void masters(Stanza stanza, List<Upper> uppers) {
    if (program == Ifupdown.CLASSIC) {
      stanza
          .option("bond-master")
          .filter(master -> !master.value().equals("none"))
          .ifPresent(master -> uppers.add(new Upper(master.value(), "a slave of")));
    }
    if (program == Ifupdown.IFUPDOWN2) {
      stanza.words("vrf").forEach(vrf -> uppers.add(new Upper(vrf, "a member of")));
    }
  }

  private Optional<String> relation(Stanza stanza, String name, String lower) {
    if (isPort(stanza.words("bridge-ports"), lower)) {
      return Optional.of("a port of");
    }
    if (slaves(stanza, lower)) {
      return Optional.of("a slave of");
    }
    boolean isVlan =
        stanza.words("vlan-raw-device").equals(List.of(lower))
            || stanza.option("vlan-raw-device").isEmpty() && isVlanOf(name, lower);
    if (isVlan) {
      return Optional.of("below");
    }
    return needs(stanza, lower) ? Optional.of("needed by") : Optional.empty();
  }

  private boolean slaves(Stanza stanza, String lower) {
    return switch (program) {
      case IFUPDOWN2 -> isPort(stanza.words("bond-slaves"), lower);
      case NG ->
          stanza.words("bond-slaves").contains(lower)
              || stanza.words("bond-members").contains(lower);
      case CLASSIC, NONE ->
          isPort(stanza.words("bond-slaves"), lower) || isPort(stanza.words("slaves"), lower);
    };
  }

  private boolean isPort(List<String> words, String lower) {
    return switch (program) {
      case IFUPDOWN2 -> Ports.ofIfupdown2(words, lower);
      case NG -> words.contains(lower);
      case CLASSIC, NONE -> NamePattern.lists(words, lower);
    };
  }

  private boolean needs(Stanza stanza, String lower) {
    boolean physical = stanza.words("vxlan-physdev").contains(lower);
    return switch (program) {
      case IFUPDOWN2 ->
          physical
              || stanza.words("tunnel-dev").contains(lower)
              || stanza.words("veth-peer-name").contains(lower);
      case NG ->
          physical
              || stanza.words("requires").contains(lower)
              || stanza.words("veth-peer-name").contains(lower);
      case CLASSIC, NONE -> false;
    };
  }
}
