package dev.unhang.config.boot;

import dev.unhang.config.ini.IniFile;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.config.networkmanager.Profile;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Setting.AtBoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// NetworkManager's profiles, which root alone may read.
///
/// Man: nm-settings-keyfile(5), NetworkManager.conf(5)
///
/// @param enabled whether NetworkManager is started at boot; taken for granted where that was not
///   saved
public record NetworkManagerProfiles(
    List<Profile> profiles, boolean enabled, List<Trouble> troubles) {
  private static final List<HostPath> FOLDERS =
      List.of(
          new HostPath("/etc/NetworkManager/system-connections"),
          new HostPath("/usr/lib/NetworkManager/system-connections"));

  public NetworkManagerProfiles {
    profiles = List.copyOf(profiles);
    troubles = List.copyOf(troubles);
  }

  /// Reads them all.
  public static NetworkManagerProfiles read(HostView host) {
    ConfigFolder folder = ConfigFolder.read(host, FOLDERS, ".nmconnection");
    return new NetworkManagerProfiles(
        folder.files().stream()
            .map(file -> new Profile(IniFile.parse(file.path(), file.text())))
            .toList(),
        EnabledUnits.read(host).map(units -> units.contains("NetworkManager.service")).orElse(true),
        folder.troubles());
  }

  /// What a NIC gets.
  List<Setting> of(LinkIdentity nic) {
    List<Setting> settings = new ArrayList<>();
    for (Profile profile : profiles) {
      if (isFor(profile, nic)) {
        profile.switches(nic.name()).forEach(each -> settings.add(setting(profile, each)));
      }
    }
    return settings;
  }

  /// A profile that names neither an interface nor an address is for whichever NIC it is brought up
  /// on, which nothing here tells.
  public static boolean isFor(Profile profile, LinkIdentity nic) {
    boolean named = profile.interfaceName().isPresent() || profile.mac().isPresent();
    return named
        && profile.interfaceName().map(nic.name()::equals).orElse(true)
        && profile.mac().map(mac -> nic.mac().equals(Optional.of(mac))).orElse(true);
  }

  /// What is set on interfaces by name, whether they are there or not.
  List<NamedSetting> byName() {
    List<NamedSetting> named = new ArrayList<>();
    for (Profile profile : profiles) {
      profile
          .interfaceName()
          .ifPresent(name ->
              profile
                  .switches(name)
                  .forEach(each ->
                      named.add(new NamedSetting(name, Optional.empty(), setting(profile, each)))));
    }
    return named;
  }

  private Setting setting(Profile profile, Profile.Switched switched) {
    boolean runs = enabled && profile.isAutomatic();
    String by = "NetworkManager brings up the profile " + profile.id() + " at boot";
    String nobody =
        enabled
            ? "the profile " + profile.id() + " says autoconnect=false"
            : "NetworkManager.service is not enabled";
    return new Setting(
        switched.what().group(),
        switched.what().feature(),
        switched.what().on(),
        Keeper.NETWORK_MANAGER,
        new Place.Line(new Origin(switched.entry().path().value()), switched.entry().line()),
        switched.entry().text(),
        AtBoot.of(runs),
        runs ? by : nobody);
  }
}
