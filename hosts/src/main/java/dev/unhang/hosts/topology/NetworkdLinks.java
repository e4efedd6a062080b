package dev.unhang.hosts.topology;

import dev.unhang.config.boot.NetworkdFiles;
import dev.unhang.config.ini.IniFile;
import dev.unhang.config.ini.IniFile.Entry;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostView;
import dev.unhang.model.topology.ElementKind;
import java.util.List;
import java.util.Optional;

/// What networkd's files say of who belongs to whom.
///
/// Man: systemd.netdev(5), systemd.network(5)
final class NetworkdLinks {
  /// What is built on the interface that a file is for.
  private static final List<String> BUILT = List.of("VLAN", "VXLAN", "MACVLAN", "IPVLAN", "VRF");

  private final Parts parts;

  private NetworkdLinks(Parts parts) {
    this.parts = parts;
  }

  static void add(HostView host, Parts parts) {
    NetworkdFiles files = NetworkdFiles.read(host);
    OtherConfigurations.gaps(
        files.troubles(), !files.networks().isEmpty() || !files.devices().isEmpty(), parts);
    NetworkdLinks links = new NetworkdLinks(parts);
    files.devices().forEach(links::device);
    files.networks().forEach(links::network);
  }

  private void device(IniFile file) {
    Optional<String> name = value(file, "NetDev", "Name");
    if (name.isEmpty()) {
      return;
    }
    String kind = value(file, "NetDev", "Kind").orElse("");
    Described described = described(file);
    switch (kind) {
      case "bridge" -> described.is(name.get(), ElementKind.BRIDGE, Optional.empty());
      case "bond" -> described.is(name.get(), ElementKind.BOND, value(file, "Bond", "Mode"));
      case "vlan" ->
          described.is(
              name.get(), ElementKind.VLAN, value(file, "VLAN", "Id").map(id -> "id " + id));
      case "veth" -> {
        described.is(name.get(), ElementKind.VETH, Optional.empty());
        value(file, "Peer", "Name").ifPresent(peer -> described.isPeer(name.get(), peer));
      }
      case "tap", "tun" -> described.is(name.get(), ElementKind.TAP, Optional.empty());
      default -> described.is(name.get(), ElementKind.OTHER, Optional.of(kind));
    }
  }

  private void network(IniFile file) {
    Optional<String> match = value(file, "Match", "Name");
    if (match.isEmpty() || match.get().chars().anyMatch(c -> "*?[! ".indexOf(c) >= 0)) {
      parts.addUnread(
          new Trouble(
              new Place.Whole(new Origin(file.path().value())),
              "it is for no single name, so whose it is isn't told"));
      return;
    }
    String name = match.get();
    Described described = described(file);
    if (parts.element(name).isEmpty()) {
      described.is(name, ElementKind.NIC, Optional.empty());
    }
    for (Entry entry : file.section("Network")) {
      if (entry.key().equals("Bridge") || entry.key().equals("Bond")) {
        described.isMember(name, entry.value());
      } else if (BUILT.contains(entry.key())) {
        described.sitsOn(entry.value(), name);
      }
    }
  }

  private Described described(IniFile file) {
    return new Described(parts, new Place.Whole(new Origin(file.path().value())));
  }

  private static Optional<String> value(IniFile file, String section, String key) {
    return file.last(section, key).map(Entry::value).filter(text -> !text.isEmpty());
  }
}
