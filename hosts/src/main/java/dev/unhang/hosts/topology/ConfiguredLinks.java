package dev.unhang.hosts.topology;

import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.config.interfaces.Interfaces.InterfacesFile;
import dev.unhang.config.interfaces.Option;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What interfaces(5) says of who belongs to whom.
///
/// Man: interfaces(5); bridge-utils-interfaces(5); vlan-interfaces(5); ifupdown-ng's and
/// ifupdown2's ifupdown-addons-interfaces(5). Open vSwitch: debian/ifupdown.sh
final class ConfiguredLinks {
  private static final Pattern DOTTED = Pattern.compile("(.+)\\.(\\d{1,4})");
  private static final Pattern NUMBERED = Pattern.compile("vlan(\\d{1,4})");
  private static final Set<String> TRUE = Set.of("yes", "1", "on", "true");

  /// Words of a list of ports that name none.
  private static final Set<String> NO_PORTS = Set.of("none", "glob", "regex");

  private final Parts parts;
  private final InterfacesFile file;

  private ConfiguredLinks(Parts parts, InterfacesFile file) {
    this.parts = parts;
    this.file = file;
  }

  static void add(Interfaces interfaces, Parts parts) {
    for (InterfacesFile file : interfaces.files()) {
      for (Stanza stanza : file.document().stanzas()) {
        if (stanza.keyword().equals("iface") && !stanza.arguments().isEmpty()) {
          new ConfiguredLinks(parts, file).stanza(stanza, stanza.arguments().getFirst());
        }
      }
    }
  }

  private void stanza(Stanza stanza, String name) {
    if (name.equals("lo") || isLoopback(stanza)) {
      return;
    }
    bridge(stanza, name);
    bond(stanza, name);
    vlan(stanza, name);
    openVswitch(stanza, name);
    if (parts.element(name).isEmpty()) {
      element(name, ElementKind.NIC, Optional.empty());
    }
  }

  private static boolean isLoopback(Stanza stanza) {
    return stanza.arguments().getLast().equals("loopback");
  }

  private void bridge(Stanza stanza, String name) {
    Optional<Option> ports = stanza.option("bridge-ports");
    if (ports.isEmpty()) {
      return;
    }
    boolean aware =
        stanza.option("bridge-vlan-aware").filter(each -> TRUE.contains(each.value())).isPresent();
    element(name, ElementKind.BRIDGE, aware ? Optional.of("VLAN-aware") : Optional.empty());
    members(ports.get(), name);
  }

  private void bond(Stanza stanza, String name) {
    Optional<Option> slaves = stanza.option("bond-slaves").or(() -> stanza.option("slaves"));
    if (slaves.isPresent()) {
      Optional<String> mode = stanza.option("bond-mode").map(Option::value);
      element(name, ElementKind.BOND, mode);
      members(slaves.get(), name);
    }
    stanza.option("bond-master").ifPresent(master -> member(name, master.value(), master));
  }

  private void vlan(Stanza stanza, String name) {
    Matcher dotted = DOTTED.matcher(name);
    Optional<Option> raw = stanza.option("vlan-raw-device");
    if (raw.isPresent()) {
      Matcher numbered = NUMBERED.matcher(name);
      Optional<String> id =
          stanza
              .option("vlan-id")
              .map(Option::value)
              .or(() -> dotted.matches() ? Optional.of(dotted.group(2)) : Optional.empty())
              .or(() -> numbered.matches() ? Optional.of(numbered.group(1)) : Optional.empty());
      element(name, ElementKind.VLAN, id.map(each -> "id " + each));
      stacked(raw.get().value(), name, place(raw.get().firstLine()));
    } else if (dotted.matches()) {
      element(name, ElementKind.VLAN, Optional.of("id " + dotted.group(2)));
      stacked(dotted.group(1), name, place(stanza.firstLine()));
    }
  }

  private void openVswitch(Stanza stanza, String name) {
    String type = stanza.option("ovs-type").map(Option::value).orElse("");
    if (type.equals("OVSBridge")) {
      element(name, ElementKind.OVS_BRIDGE, Optional.empty());
      stanza.option("ovs-ports").ifPresent(ports -> members(ports, name));
    } else if (type.equals("OVSBond")) {
      Optional<String> mode = stanza.option("ovs-options").map(Option::value);
      element(name, ElementKind.BOND, mode);
      stanza.option("ovs-bonds").ifPresent(slaves -> members(slaves, name));
    }
    if (type.startsWith("OVS")) {
      stanza.option("ovs-bridge").ifPresent(bridge -> member(name, bridge.value(), bridge));
    }
  }

  private void members(Option list, String of) {
    List<String> names = new ArrayList<>(List.of(list.value().split("\\s+")));
    names.removeIf(name -> name.isEmpty() || NO_PORTS.contains(name) || name.contains("*"));
    for (String name : names) {
      member(name, of, list);
    }
  }

  private void member(String name, String of, Option said) {
    if (!name.isEmpty() && !of.isEmpty()) {
      Place place = place(said.firstLine());
      unknown(name, place);
      unknown(of, place);
      parts.add(Joint.configured(name, of, Joint.Kind.MEMBER, place));
    }
  }

  private void stacked(String lower, String upper, Place place) {
    unknown(lower, place);
    parts.add(Joint.configured(lower, upper, Joint.Kind.STACKED, place));
  }

  /// A name that no stanza describes, such as a VLAN's that a bridge makes for itself.
  private void unknown(String name, Place place) {
    Matcher dotted = DOTTED.matcher(name);
    if (parts.element(name).isEmpty() && dotted.matches()) {
      element(name, ElementKind.VLAN, Optional.of("id " + dotted.group(2)));
      unknown(dotted.group(1), place);
      parts.add(Joint.configured(dotted.group(1), name, Joint.Kind.STACKED, place));
    } else if (parts.element(name).isEmpty()) {
      element(name, ElementKind.NIC, Optional.empty());
    }
  }

  private void element(String name, ElementKind kind, Optional<String> label) {
    parts.add(new Element(name, kind, label, Optional.empty(), Basis.CONFIGURED));
  }

  private Place place(int line) {
    return new Place.Line(new Origin(file.path().value()), line + 1L);
  }
}
