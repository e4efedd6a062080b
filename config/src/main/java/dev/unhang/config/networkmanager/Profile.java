package dev.unhang.config.networkmanager;

import dev.unhang.config.ethtool.OffloadSwitch;
import dev.unhang.config.ini.IniFile;
import dev.unhang.config.ini.IniFile.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A profile of NetworkManager: which interface it is for, and what it switches there.
///
/// Man: nm-settings-keyfile(5), "ethtool"
public record Profile(IniFile file) {
  private static final String CONNECTION = "connection";
  private static final String FEATURE = "feature-";
  private static final Set<String> ETHERNET = Set.of("ethernet", "802-3-ethernet");

  /// Sections that make something else of it.
  private static final Set<String> OTHERS =
      Set.of(
          "vlan", "bridge", "bond", "team", "wifi", "802-11-wireless", "macvlan", "vxlan", "vrf");

  /// A key that switches an offload.
  public record Switched(Entry entry, OffloadSwitch what) {}

  /// As its owner calls it.
  public String id() {
    return file.last(CONNECTION, "id").map(Entry::value).orElse(file.path().value());
  }

  /// The only interface it may be used on, where it names one.
  public Optional<String> interfaceName() {
    return file.last(CONNECTION, "interface-name").map(Entry::value);
  }

  /// The only NIC it may be used on, by its permanent address, where it names one.
  public Optional<String> mac() {
    return file.last("ethernet", "mac-address")
        .or(() -> file.last("802-3-ethernet", "mac-address"))
        .map(entry -> entry.value().toLowerCase(Locale.ROOT));
  }

  /// Whether it is of an Ethernet NIC itself, and not of a VLAN or bridge that borrows its address.
  ///
  /// Man: nm-settings-nmcli(5), "connection.type"
  public boolean isOfEthernet() {
    return file.last(CONNECTION, "type")
        .map(type -> ETHERNET.contains(type.value()))
        .orElseGet(() -> OTHERS.stream().allMatch(each -> file.section(each).isEmpty()));
  }

  /// Whether it is brought up without being asked for.
  public boolean isAutomatic() {
    return file.last(CONNECTION, "autoconnect")
        .flatMap(entry -> IniFile.truth(entry.value()))
        .orElse(true);
  }

  /// What it switches.
  ///
  /// @param nic the interface it is used on
  public List<Switched> switches(String nic) {
    List<Switched> switches = new ArrayList<>();
    for (Entry entry : file.section("ethtool")) {
      if (entry.key().startsWith(FEATURE)) {
        String name = entry.key().substring(FEATURE.length());
        IniFile.truth(entry.value())
            .flatMap(on -> OffloadSwitch.of(nic, name, on))
            .ifPresent(what -> switches.add(new Switched(entry, what)));
      }
    }
    return switches;
  }
}
