package dev.unhang.hosts.topology;

import dev.unhang.config.boot.NetworkManagerProfiles;
import dev.unhang.config.ini.IniFile;
import dev.unhang.config.ini.IniFile.Entry;
import dev.unhang.config.networkmanager.Profile;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostView;
import dev.unhang.model.topology.ElementKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What NetworkManager's profiles say of who belongs to whom.
///
/// Man: nm-settings-nmcli(5), "connection.controller", "connection.master", "vlan.parent"
final class ProfileLinks {
  private static final String CONNECTION = "connection";

  private final Map<String, String> names = new HashMap<>();
  private final Parts parts;

  private ProfileLinks(Parts parts) {
    this.parts = parts;
  }

  static void add(HostView host, Parts parts) {
    NetworkManagerProfiles read = NetworkManagerProfiles.read(host);
    OtherConfigurations.gaps(read.troubles(), !read.profiles().isEmpty(), parts);
    ProfileLinks links = new ProfileLinks(parts);
    read.profiles().forEach(links::name);
    read.profiles().forEach(links::profile);
  }

  /// Masters and parents are named by interface or by a profile's UUID.
  private void name(Profile profile) {
    Optional<String> uuid = value(profile.file(), CONNECTION, "uuid");
    if (uuid.isPresent() && profile.interfaceName().isPresent()) {
      names.put(uuid.get(), profile.interfaceName().get());
    }
  }

  private void profile(Profile profile) {
    IniFile file = profile.file();
    Place place = new Place.Whole(new Origin(file.path().value()));
    if (profile.interfaceName().isEmpty()) {
      parts.addUnread(
          new Trouble(place, "the profile names no interface, so whose it is isn't told"));
      return;
    }
    String name = profile.interfaceName().get();
    Described described = new Described(parts, place);
    String type = value(file, CONNECTION, "type").orElse("ethernet");
    switch (type) {
      case "bridge" -> described.is(name, ElementKind.BRIDGE, Optional.empty());
      case "bond" -> described.is(name, ElementKind.BOND, value(file, "bond", "mode"));
      case "team" -> described.is(name, ElementKind.BOND, Optional.of("team"));
      case "vlan" ->
          described.is(name, ElementKind.VLAN, value(file, "vlan", "id").map(id -> "id " + id));
      case "ethernet", "802-3-ethernet", "wifi", "802-11-wireless", "infiniband" ->
          described.is(name, ElementKind.NIC, Optional.empty());
      default -> described.is(name, ElementKind.OTHER, Optional.of(type));
    }
    for (String section : List.of("vlan", "macvlan", "vxlan")) {
      value(file, section, "parent").ifPresent(lower -> described.sitsOn(name, named(lower)));
    }
    value(file, CONNECTION, "controller")
        .or(() -> value(file, CONNECTION, "master"))
        .ifPresent(master -> described.isMember(name, named(master)));
  }

  private String named(String word) {
    return names.getOrDefault(word, word);
  }

  private static Optional<String> value(IniFile file, String section, String key) {
    return file.last(section, key).map(Entry::value).filter(text -> !text.isEmpty());
  }
}
