package dev.unhang.hosts.topology;

import dev.unhang.config.boot.IfcfgFiles;
import dev.unhang.config.boot.IfcfgFiles.IfcfgFile;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.host.HostView;
import dev.unhang.model.topology.ElementKind;
import java.util.Locale;
import java.util.Optional;

/// What files of Red Hat's network scripts say of who belongs to whom.
///
/// RHEL: /usr/share/doc/initscripts/sysconfig.txt, "ifcfg-<interface-name>"
final class IfcfgLinks {
  private IfcfgLinks() {}

  static void add(HostView host, Parts parts) {
    IfcfgFiles files = IfcfgFiles.read(host);
    OtherConfigurations.gaps(files.troubles(), !files.files().isEmpty(), parts);
    files.files().forEach(file -> file(file, parts));
  }

  private static void file(IfcfgFile file, Parts parts) {
    String name = value(file, "DEVICE").orElse(file.name());
    if (name.indexOf(':') > 0) {
      return;
    }
    Described described = new Described(parts, new Place.Whole(new Origin(file.path().value())));
    String type = value(file, "TYPE").orElse("Ethernet").toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    boolean isVlan =
        type.equals("vlan")
            || value(file, "VLAN").filter(text -> text.equalsIgnoreCase("yes")).isPresent();
    if (isVlan) {
      Optional<String> id =
          value(file, "VLAN_ID")
              .or(() -> Optional.of(name.substring(dot + 1)).filter(x -> dot > 0));
      described.is(name, ElementKind.VLAN, id.map(each -> "id " + each));
      value(file, "PHYSDEV")
          .or(() -> Optional.of(name).filter(each -> dot > 0).map(each -> each.substring(0, dot)))
          .ifPresent(lower -> described.sitsOn(name, lower));
    } else if (value(file, "BONDING_OPTS").isPresent() || type.equals("bond")) {
      described.is(name, ElementKind.BOND, Optional.empty());
    } else {
      switch (type) {
        case "bridge" -> described.is(name, ElementKind.BRIDGE, Optional.empty());
        case "ethernet", "wireless", "infiniband" ->
            described.is(name, ElementKind.NIC, Optional.empty());
        default -> described.is(name, ElementKind.OTHER, Optional.of(type));
      }
    }
    value(file, "BRIDGE").ifPresent(bridge -> described.isMember(name, bridge));
    value(file, "MASTER").ifPresent(bond -> described.isMember(name, bond));
  }

  private static Optional<String> value(IfcfgFile file, String variable) {
    return file.value(variable).filter(text -> !text.isEmpty());
  }
}
