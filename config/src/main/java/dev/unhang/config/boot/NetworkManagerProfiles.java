package dev.unhang.config.boot;

import dev.unhang.config.ini.IniFile;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.config.networkmanager.Profile;
import dev.unhang.config.networkmanager.UnmanagedDevices;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Setting.AtBoot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// NetworkManager's profiles, which root alone may read.
///
/// Man: nm-settings-keyfile(5), NetworkManager.conf(5)
///
/// @param enabled whether NetworkManager is started at boot; taken for granted where that was not
///   saved
/// @param open files that others than root may read, which NetworkManager refuses
/// @param unmanaged what it is told to leave alone
public record NetworkManagerProfiles(
    List<Profile> profiles,
    boolean enabled,
    Set<HostPath> open,
    UnmanagedDevices unmanaged,
    List<Trouble> troubles) {
  private static final HostPath MAIN = new HostPath("/etc/NetworkManager/NetworkManager.conf");
  private static final List<HostPath> CONF =
      List.of(
          new HostPath("/etc/NetworkManager/conf.d"),
          new HostPath("/run/NetworkManager/conf.d"),
          new HostPath("/usr/lib/NetworkManager/conf.d"));

  /// Of its own folder NetworkManager reads every name but these; elsewhere the ending is needed.
  ///
  /// NetworkManager: nm-keyfile-utils.c, nm_keyfile_utils_ignore_filename()
  private static final Pattern LEFT_OUT =
      Pattern.compile("\\..*|.*(?:~|\\.swp|\\.pem|\\.der|\\.[A-Za-z0-9]{6})");

  private static final String ENDING = ".nmconnection";
  private static final List<HostPath> FOLDERS =
      List.of(
          new HostPath("/etc/NetworkManager/system-connections"),
          new HostPath("/usr/lib/NetworkManager/system-connections"));

  public NetworkManagerProfiles {
    profiles = List.copyOf(profiles);
    open = Set.copyOf(open);
    troubles = List.copyOf(troubles);
  }

  /// Reads them all.
  public static NetworkManagerProfiles read(HostView host) {
    ConfigFolder folder = ConfigFolder.read(host, FOLDERS, NetworkManagerProfiles::counts);
    Set<HostPath> open = new HashSet<>();
    for (ConfigFolder.File file : folder.files()) {
      host.attributes(file.path())
          .known()
          .filter(FileAttributes::isOpenToOthers)
          .ifPresent(found -> open.add(file.path()));
    }
    return new NetworkManagerProfiles(
        folder.files().stream()
            .map(file -> new Profile(IniFile.parse(file.path(), file.text())))
            .toList(),
        EnabledUnits.read(host).map(units -> units.contains("NetworkManager.service")).orElse(true),
        open,
        unmanaged(host),
        folder.troubles());
  }

  private static boolean counts(HostPath folder, String name) {
    return folder.equals(FOLDERS.getFirst())
        ? !LEFT_OUT.matcher(name).matches() || name.endsWith(ENDING) && !name.startsWith(".")
        : name.endsWith(ENDING);
  }

  private static UnmanagedDevices unmanaged(HostView host) {
    List<IniFile> files = new ArrayList<>();
    host.read(MAIN).known().ifPresent(text -> files.add(IniFile.parse(MAIN, text.utf8())));
    ConfigFolder.read(host, CONF, ".conf")
        .files()
        .forEach(file -> files.add(IniFile.parse(file.path(), file.text())));
    return new UnmanagedDevices(files);
  }

  /// Why NetworkManager brings a profile up on no NIC, or not on this one; empty where it does.
  public Optional<String> whyNot(Profile profile, LinkIdentity nic) {
    if (!enabled) {
      return Optional.of("NetworkManager.service is not enabled");
    }
    if (open.contains(profile.file().path())) {
      return Optional.of(
          "NetworkManager refuses "
              + profile.file().path()
              + ", since others than root may read it (chmod 600)");
    }
    return unmanaged
        .of(nic)
        .or(() ->
            profile.isAutomatic()
                ? Optional.empty()
                : Optional.of("the profile " + profile.id() + " says autoconnect=false"));
  }

  /// What a NIC gets.
  List<Setting> of(LinkIdentity nic) {
    List<Setting> settings = new ArrayList<>();
    for (Profile profile : profiles) {
      if (isFor(profile, nic)) {
        profile.switches(nic.name()).forEach(each -> settings.add(setting(profile, each, nic)));
      }
    }
    return settings;
  }

  /// A profile that names neither an interface nor an address is for whichever NIC it is brought up
  /// on, which nothing here tells.
  public static boolean isFor(Profile profile, LinkIdentity nic) {
    boolean named = profile.interfaceName().isPresent() || profile.mac().isPresent();
    boolean unknown = nic.mac().isEmpty() && profile.interfaceName().isPresent();
    return named
        && profile.isOfEthernet()
        && profile.interfaceName().map(nic.name()::equals).orElse(true)
        && profile.mac().map(mac -> unknown || nic.mac().equals(Optional.of(mac))).orElse(true);
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
                      named.add(
                          new NamedSetting(
                              name,
                              Optional.empty(),
                              setting(
                                  profile,
                                  each,
                                  new LinkIdentity(
                                      name,
                                      List.of(),
                                      Optional.empty(),
                                      Optional.empty(),
                                      Optional.empty()))))));
    }
    return named;
  }

  private Setting setting(Profile profile, Profile.Switched switched, LinkIdentity nic) {
    Optional<String> whyNot = whyNot(profile, nic);
    return new Setting(
        switched.what().group(),
        switched.what().feature(),
        switched.what().on(),
        Keeper.NETWORK_MANAGER,
        new Place.Line(new Origin(switched.entry().path().value()), switched.entry().line()),
        switched.entry().text(),
        AtBoot.of(whyNot.isEmpty()),
        whyNot.orElse("NetworkManager brings up the profile " + profile.id() + " at boot"));
  }
}
