package dev.unhang.hosts.topology;

import dev.unhang.config.interfaces.Ifupdown;
import dev.unhang.config.interfaces.Interfaces;
import dev.unhang.config.interfaces.Interfaces.Found;
import dev.unhang.config.interfaces.Interfaces.InterfacesFile;
import dev.unhang.config.interfaces.LogicalName;
import dev.unhang.config.interfaces.Option;
import dev.unhang.config.interfaces.PortNames;
import dev.unhang.config.interfaces.Stanza;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import java.util.ArrayList;
import java.util.HashSet;
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

  private final Parts parts;
  private final InterfacesFile file;

  private ConfiguredLinks(Parts parts, InterfacesFile file) {
    this.parts = parts;
    this.file = file;
  }

  /// @param program which one makes them at boot
  static void add(Interfaces interfaces, Ifupdown program, Parts parts) {
    Set<String> templates = templates(interfaces);
    for (Found found : interfaces.found()) {
      Stanza stanza = found.stanza();
      boolean isInterface =
          stanza.keyword().equals("iface")
              && !stanza.arguments().isEmpty()
              && !templates.contains(stanza.arguments().getFirst());
      if (isInterface) {
        for (String name : LogicalName.interfacesOf(interfaces, stanza, program, List.of())) {
          new ConfiguredLinks(parts, found.file()).stanza(stanza, bare(name));
        }
      }
    }
  }

  /// Stanzas that others inherit from and nothing raises by their own names.
  private static Set<String> templates(Interfaces interfaces) {
    Set<String> templates = new HashSet<>();
    for (Stanza stanza : interfaces.stanzas()) {
      int at = stanza.arguments().indexOf("inherits");
      if (stanza.keyword().equals("iface") && at >= 0 && at + 1 < stanza.arguments().size()) {
        templates.add(stanza.arguments().get(at + 1));
      }
    }
    templates.removeIf(name ->
        interfaces.lists("auto", name)
            || interfaces.lists("allow-auto", name)
            || interfaces.lists("allow-hotplug", name));
    return templates;
  }

  /// `eno1:1` is another address of eno1, and no interface.
  private static String bare(String name) {
    int colon = name.indexOf(':');
    return colon > 0 ? name.substring(0, colon) : name;
  }

  private void stanza(Stanza stanza, String name) {
    if (name.equals("lo") || isLoopback(stanza) || InterfaceName.parse(name).isEmpty()) {
      return;
    }
    bridge(stanza, name);
    bond(stanza, name);
    vlan(stanza, name);
    virtual(stanza, name);
    openVswitch(stanza, name);
    if (parts.element(name).isEmpty()) {
      element(name, ElementKind.NIC, Optional.empty());
    }
  }

  /// What has no device and is no bridge, bond or VLAN.
  private void virtual(Stanza stanza, String name) {
    Optional<Option> peer = stanza.option("veth-peer-name");
    String type = stanza.option("link-type").map(Option::value).orElse("");
    if (peer.isPresent() || type.equals("veth")) {
      element(name, ElementKind.VETH, Optional.empty());
      peer.ifPresent(other -> {
        element(other.value(), ElementKind.VETH, Optional.empty());
        Place place = place(other.firstLine());
        parts.add(Joint.configured(name, other.value(), Joint.Kind.PEERS, place));
      });
    } else if (stanza.option("vxlan-id").isPresent()) {
      element(name, ElementKind.OTHER, Optional.of("VXLAN"));
    } else if (stanza.option("vrf-table").isPresent()) {
      element(name, ElementKind.OTHER, Optional.of("VRF"));
    } else if (!type.isEmpty()) {
      element(name, ElementKind.OTHER, Optional.of(type));
    }
    stanza
        .option("vxlan-physdev")
        .ifPresent(below -> stacked(below.value(), name, place(below.firstLine())));
    stanza
        .option("vrf")
        .ifPresent(vrf -> {
          element(vrf.value(), ElementKind.OTHER, Optional.of("VRF"));
          stacked(name, vrf.value(), place(vrf.firstLine()));
        });
    stanza.options().stream()
        .filter(option -> option.name().equals("requires"))
        .forEach(option ->
            List.of(option.value().split("\\s+"))
                .forEach(below -> stacked(below, name, place(option.firstLine()))));
  }

  private static boolean isLoopback(Stanza stanza) {
    return stanza.arguments().getLast().equals("loopback");
  }

  private void bridge(Stanza stanza, String name) {
    List<Option> ports = stanza.options("bridge-ports");
    if (ports.isEmpty()) {
      return;
    }
    boolean aware =
        stanza.option("bridge-vlan-aware").filter(each -> TRUE.contains(each.value())).isPresent();
    element(name, ElementKind.BRIDGE, aware ? Optional.of("VLAN-aware") : Optional.empty());
    ports.forEach(each -> members(each, name));
  }

  private void bond(Stanza stanza, String name) {
    List<Option> slaves = new ArrayList<>(stanza.options("bond-slaves"));
    slaves.addAll(stanza.options("slaves"));
    slaves.addAll(stanza.options("bond-members"));
    if (!slaves.isEmpty()) {
      Optional<String> mode = stanza.option("bond-mode").map(Option::value);
      element(name, ElementKind.BOND, mode);
      slaves.forEach(each -> members(each, name));
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
    if (type.equals("OVSIntPort")) {
      element(name, ElementKind.OTHER, Optional.of("OVS internal port"));
    }
    if (type.startsWith("OVS")) {
      stanza.option("ovs-bridge").ifPresent(bridge -> member(name, bridge.value(), bridge));
    }
  }

  private void members(Option list, String of) {
    List<String> words = List.of(list.value().split("\\s+"));
    PortNames.of(words).stream()
        .filter(name -> InterfaceName.parse(name).isPresent())
        .forEach(name -> member(name, of, list));
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
