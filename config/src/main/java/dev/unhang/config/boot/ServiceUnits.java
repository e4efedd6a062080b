package dev.unhang.config.boot;

import dev.unhang.config.ini.IniFile;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.config.systemd.ServiceUnit;
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

/// Services written to switch offloads at boot. Only those below /etc: no package brings one.
///
/// Man: systemd.service(5), systemd.unit(5)
///
/// @param named what they switch on interfaces, by name
record ServiceUnits(List<NamedSetting> named, List<Trouble> troubles) {
  private static final HostPath FOLDER = new HostPath("/etc/systemd/system");
  private static final String SUFFIX = ".service";

  ServiceUnits {
    named = List.copyOf(named);
    troubles = List.copyOf(troubles);
  }

  static ServiceUnits read(HostView host, EthtoolProgram ethtool) {
    ConfigFolder folder = ConfigFolder.read(host, List.of(FOLDER), SUFFIX);
    Optional<List<String>> links = EnabledUnits.read(host);
    List<String> enabled = links.orElse(List.of());
    List<NamedSetting> named = new ArrayList<>();
    for (ConfigFolder.File each : folder.files()) {
      for (String unit : units(each.name(), enabled)) {
        String instance = instance(unit);
        ServiceUnit service = new ServiceUnit(instance, IniFile.parse(each.path(), each.text()));
        for (ServiceUnit.Switched switched : service.switches()) {
          named.add(
              new NamedSetting(
                  switched.what().nic(),
                  Optional.empty(),
                  setting(switched, unit, starts(unit, links), ethtool)));
        }
      }
    }
    return new ServiceUnits(named, folder.troubles());
  }

  /// The unit itself, or the instances that are enabled of a template.
  private static List<String> units(String file, List<String> enabled) {
    String template = file.substring(0, file.length() - SUFFIX.length());
    return template.endsWith("@")
        ? enabled.stream()
            .filter(unit -> unit.startsWith(template) && unit.endsWith(SUFFIX))
            .toList()
        : List.of(file);
  }

  private static String instance(String unit) {
    int at = unit.indexOf('@');
    return at < 0 ? "" : unit.substring(at + 1, unit.length() - SUFFIX.length());
  }

  private static AtBoot starts(String unit, Optional<List<String>> enabled) {
    return enabled.map(units -> AtBoot.of(units.contains(unit))).orElse(AtBoot.NOT_KNOWN);
  }

  private static Setting setting(
      ServiceUnit.Switched switched, String unit, AtBoot starts, EthtoolProgram ethtool) {
    boolean missing = ethtool.isMissing(switched.program());
    String by =
        switch (starts) {
          case RUN -> "systemd starts " + unit + " at boot";
          case NOT_RUN -> unit + " is not enabled";
          case NOT_KNOWN -> "whether " + unit + " is enabled was not read";
        };
    return new Setting(
        switched.what().group(),
        switched.what().feature(),
        switched.what().on(),
        Keeper.UNIT,
        new Place.Line(new Origin(switched.entry().path().value()), switched.entry().line()),
        switched.entry().text(),
        missing ? AtBoot.NOT_RUN : starts,
        missing ? switched.program() + " is not there" : by);
  }

  /// What a NIC gets.
  List<Setting> of(LinkIdentity nic) {
    return named.stream()
        .filter(each -> nic.isCalled(each.named()))
        .map(NamedSetting::setting)
        .toList();
  }
}
