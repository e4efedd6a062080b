package dev.unhang.repair.persist;

import dev.unhang.config.boot.NetworkManagerProfiles;
import dev.unhang.config.boot.NicIdentity;
import dev.unhang.config.ini.IniFile;
import dev.unhang.config.lines.RawLines;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.config.networkmanager.Profile;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.edit.EditResult;
import dev.unhang.repair.edit.SetIniKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The section `[ethtool]` of the NIC's profile of NetworkManager, in its keyfile.
///
/// Man: nm-settings-keyfile(5); nm-settings-nmcli(5), "ethtool setting"
public final class NetworkManagerKeyfile implements Persistence {
  private static final String FOLDER = "/etc/NetworkManager/system-connections";
  private static final HostPath VOLATILE = new HostPath("/run/NetworkManager/system-connections");
  private static final String RUNNING = "/run/NetworkManager";
  private static final String SECTION = "ethtool";

  private final HostView host;

  public NetworkManagerKeyfile(HostView host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "networkmanager";
  }

  @Override
  public Optional<Keeper> keeper() {
    return Optional.of(Keeper.NETWORK_MANAGER);
  }

  @Override
  public Optional<String> governs(NicFacts nic) {
    return profiles(nic).stream()
        .findFirst()
        .map(profile -> profile.file().path() + " is its profile")
        .filter(words -> NetworkManagerProfiles.read(host).enabled());
  }

  /// The profiles that are brought up on a NIC by themselves and on no other.
  private List<Profile> profiles(NicFacts nic) {
    LinkIdentity identity = NicIdentity.of(nic.seen());
    List<Profile> found = new ArrayList<>(NetworkManagerProfiles.read(host).profiles());
    for (String name : host.list(VOLATILE).known().orElse(List.of())) {
      HostPath path = VOLATILE.resolve(name);
      host.read(path)
          .known()
          .ifPresent(content -> found.add(new Profile(IniFile.parse(path, content.utf8()))));
    }
    return found.stream()
        .filter(profile -> profile.isAutomatic() && NetworkManagerProfiles.isFor(profile, identity))
        .toList();
  }

  @Override
  public Kept keep(Wanted wanted) {
    Map<String, String> keys = keys(wanted);
    Profile profile = profile(wanted, keys);
    HostPath path = profile.file().path();
    Content before =
        host.read(path)
            .known()
            .orElseThrow(() ->
                new CannotChange("edit " + path, wanted.nicName(), "it was not read", "be root"));
    RawLines lines = RawLines.of(before);
    for (Map.Entry<String, String> key : keys.entrySet()) {
      refuseOpposite(profile, key, wanted);
      lines =
          switch (new SetIniKey(SECTION, key.getKey(), key.getValue()).apply(lines)) {
            case EditResult.Edited<RawLines> edited -> edited.document();
            case EditResult.Unchanged<RawLines> unchanged -> lines;
            case EditResult.Refused<RawLines> refused ->
                throw new EditRefused(
                    "edit " + path, wanted.nicName(), refused.why(), refused.hint());
          };
    }
    Content after = lines.content();
    return new Kept.Written(
        after.equals(before) ? List.of() : actions(new FileEdit(path, before, after)));
  }

  /// A running NetworkManager would write its own idea of the profile over the file at the next
  /// change: it has to read it again.
  private List<Action> actions(FileEdit edit) {
    List<Action> actions = new ArrayList<>();
    actions.add(new Action.WriteFile(edit));
    Programs programs = new Programs(host);
    if (programs.exists(RUNNING) && programs.exists("/usr/bin/nmcli")) {
      actions.add(
          new Action.Refresh(List.of("/usr/bin/nmcli", "connection", "load", edit.path().value())));
    }
    return actions;
  }

  private Profile profile(Wanted wanted, Map<String, String> keys) {
    NetworkManagerProfiles all = NetworkManagerProfiles.read(host);
    if (!all.enabled()) {
      throw refused(
          wanted, "NetworkManager.service is not enabled: no program reads profiles", keys);
    }
    List<Profile> found = profiles(wanted.nic());
    if (found.size() != 1) {
      throw refused(
          wanted,
          found.isEmpty()
              ? "no profile below "
                  + FOLDER
                  + " is for this NIC alone and brought up by itself"
                  + all.troubles().stream().findFirst().map(each -> " (" + each + ")").orElse("")
              : "several profiles are for it: "
                  + String.join(", ", found.stream().map(Profile::id).toList()),
          keys);
    }
    Profile profile = found.getFirst();
    Optional<String> whyNot = all.whyNot(profile, NicIdentity.of(wanted.nic().seen()));
    if (whyNot.isPresent()) {
      throw refused(wanted, whyNot.get(), keys);
    }
    if (!profile.file().path().value().startsWith(FOLDER + "/")) {
      throw refused(
          wanted, profile.file().path() + " is no file that lasts and may be edited", keys);
    }
    return profile;
  }

  private static CannotChange refused(Wanted wanted, String why, Map<String, String> keys) {
    StringBuilder line = new StringBuilder("nmcli connection modify CONNECTION");
    keys.forEach((name, value) -> line.append(" ethtool.").append(name).append(' ').append(value));
    return new CannotChange(
        "keep values at boot", wanted.nicName(), why, "let NetworkManager do it: " + line);
  }

  private static void refuseOpposite(
      Profile profile, Map.Entry<String, String> key, Wanted wanted) {
    Optional<IniFile.Entry> now = profile.file().last(SECTION, key.getKey());
    boolean opposite =
        now.filter(entry -> !IniFile.truth(entry.value()).equals(IniFile.truth(key.getValue())))
            .isPresent();
    if (opposite && !wanted.allows(Consent.TAKE_OVER)) {
      throw new EditRefused(
          "keep values at boot",
          wanted.nicName(),
          now.get().path() + ":" + now.get().line() + " says the opposite: " + now.get().text(),
          "change that line, or have it changed: " + Consent.TAKE_OVER.option());
    }
  }

  private static Map<String, String> keys(Wanted wanted) {
    Map<String, String> keys = new TreeMap<>();
    for (Tuning value : wanted.values()) {
      switch (value) {
        case Tuning.Offload offload ->
            keys.put("feature-" + offload.subject(), String.valueOf(offload.on()));
        case Tuning.RingLength ring -> keys.put("ring-" + ring.direction(), ring.value());
        case Tuning.Coalescing held -> keys.put("coalesce-" + held.subject(), held.value());
        case Tuning.FlowControl flow -> {
          keys.put("pause-autoneg", String.valueOf(flow.pause().autonegotiation()));
          keys.put("pause-rx", String.valueOf(flow.pause().rx()));
          keys.put("pause-tx", String.valueOf(flow.pause().tx()));
        }
        case Tuning.EnergyEfficiency eee -> throw without(value, wanted);
        case Tuning.DriverFlag own -> throw without(value, wanted);
        case Tuning.Aspm aspm -> throw without(value, wanted);
      }
    }
    return keys;
  }

  private static EditRefused without(Tuning value, Wanted wanted) {
    return new EditRefused(
        "keep " + value.subject() + " " + value.value(),
        wanted.nicName(),
        "profiles of NetworkManager 1.42 have no key for it",
        "keep it by a line that calls ethtool: --keep-by udev-rule");
  }

  @Override
  public String runBy(NicFacts nic) {
    return "NetworkManager brings up the profile at boot";
  }
}
