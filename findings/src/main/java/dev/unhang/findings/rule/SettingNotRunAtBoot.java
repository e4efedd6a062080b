package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Setting.AtBoot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A line switches segmentation offload off, and no program will run it: its stanza is raised by no
/// program, its unit is not enabled, its program is not there, its key belongs to another ifupdown.
///
/// What speaks against: another line that keeps it off.
///
/// Man: interfaces(5), "auto"; systemctl(1), "enable"
public final class SettingNotRunAtBoot implements Rule {
  private static final RuleId ID = new RuleId("setting-not-run-at-boot");
  private static final SourceId UNITS = new SourceId("enabled-units");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<Setting> idle = lines(nic, AtBoot.NOT_RUN);
    List<Setting> doubtful = lines(nic, AtBoot.NOT_KNOWN);
    if (idle.isEmpty() && doubtful.isEmpty()) {
      return Optional.empty();
    }
    if (nic.isKeptOff(OffloadGroup.TSO)) {
      Setting keeper = nic.keeper(OffloadGroup.TSO).orElseThrow();
      return Optional.of(
          new Finding.RuledOut(
              ID, nic.name(), "another line keeps it off", List.of(Cite.setting(keeper))));
    }
    if (!doubtful.isEmpty()) {
      return Optional.of(
          new Finding.Undecided(
              ID,
              nic.name(),
              "a line switches segmentation offload off; " + doubtful.getFirst().runBy(),
              Set.of(UNITS),
              "run on the host: unhang verify " + nic.typedName()));
    }
    return Optional.of(
        new Finding.Diagnosed(
            ID,
            nic.name(),
            "a line switches segmentation offload off, and no program runs it: "
                + idle.getLast().runBy(),
            Confidence.LIKELY,
            idle.stream().map(Cite::setting).toList(),
            List.of(),
            false));
  }

  /// Link files that are not applied are another rule's.
  private static List<Setting> lines(NicCase nic, AtBoot atBoot) {
    return nic.settings(OffloadGroup.TSO).stream()
        .filter(line -> !line.on() && line.atBoot() == atBoot)
        .filter(line -> line.keeper() != Keeper.LINK_FILE)
        .toList();
  }
}
