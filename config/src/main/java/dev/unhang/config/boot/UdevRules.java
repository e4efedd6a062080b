package dev.unhang.config.boot;

import dev.unhang.config.ethtool.EthtoolCommands;
import dev.unhang.config.ethtool.OffloadSwitch;
import dev.unhang.config.networkd.LinkIdentity;
import dev.unhang.config.udev.UdevRule;
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

/// Rules of udev written to switch offloads when a NIC appears. Only those below /etc: no package
/// brings one.
///
/// Man: udev(7), "RULES FILES"
///
/// @param ethtool whether the programs they call are there
/// @param troubles what could not be read
record UdevRules(List<ConfigFolder.File> files, EthtoolProgram ethtool, List<Trouble> troubles) {
  private static final HostPath FOLDER = new HostPath("/etc/udev/rules.d");

  UdevRules {
    files = List.copyOf(files);
    troubles = List.copyOf(troubles);
  }

  static UdevRules read(HostView host) {
    ConfigFolder folder = ConfigFolder.read(host, List.of(FOLDER), ".rules");
    return new UdevRules(folder.files(), new EthtoolProgram(host), folder.troubles());
  }

  /// What a NIC gets.
  List<Setting> of(LinkIdentity nic) {
    List<Setting> settings = new ArrayList<>();
    for (ConfigFolder.File file : files) {
      for (UdevRule rule : UdevRule.parse(file.text())) {
        for (EthtoolCommands.Found found : rule.switches(nic.name())) {
          for (OffloadSwitch each : found.switches()) {
            if (rule.fits(nic) && nic.isCalled(each.nic())) {
              settings.add(setting(file, rule, found.program(), each));
            }
          }
        }
      }
    }
    return settings;
  }

  private Setting setting(
      ConfigFolder.File file, UdevRule rule, String program, OffloadSwitch each) {
    boolean missing = ethtool.isMissing(program);
    return new Setting(
        each.group(),
        each.feature(),
        each.on(),
        Keeper.UDEV_RULE,
        new Place.Line(new Origin(file.path().value()), rule.line()),
        rule.text(),
        AtBoot.of(!missing),
        missing ? program + " is not there" : "udev runs it whenever the NIC appears");
  }
}
