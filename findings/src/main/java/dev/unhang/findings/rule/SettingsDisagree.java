package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Setting.AtBoot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Two kinds of configuration switch segmentation offload to different values, so that the order in
/// which they act at boot decides.
///
/// What speaks against: both say the same.
///
/// Man: systemd.link(5), interfaces(5), nm-settings-keyfile(5)
public final class SettingsDisagree implements Rule {
  private static final RuleId ID = new RuleId("settings-disagree");
  private static final SourceId UNITS = new SourceId("enabled-units");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<Setting> lines =
        nic.settings(OffloadGroup.TSO).stream()
            .filter(line -> line.atBoot() != AtBoot.NOT_RUN)
            .toList();
    for (Setting later : lines.reversed()) {
      Optional<Setting> other =
          lines.stream()
              .filter(line -> line.keeper().compareTo(later.keeper()) < 0)
              .filter(line -> concernSame(line, later) && line.on() != later.on())
              .findFirst();
      if (other.isPresent()) {
        return Optional.of(apart(nic, other.get(), later));
      }
    }
    long keepers = lines.stream().map(Setting::keeper).distinct().count();
    return keepers < 2
        ? Optional.empty()
        : Optional.of(
            new Finding.RuledOut(
                ID,
                nic.name(),
                "all that set it say the same",
                lines.stream().map(Cite::setting).toList()));
  }

  private static boolean concernSame(Setting one, Setting other) {
    return one.feature().isEmpty()
        || other.feature().isEmpty()
        || one.feature().equals(other.feature());
  }

  private static Finding apart(NicCase nic, Setting earlier, Setting later) {
    if (!earlier.runsAtBoot() || !later.runsAtBoot()) {
      String why = earlier.runsAtBoot() ? later.runBy() : earlier.runBy();
      return new Finding.Undecided(
          ID,
          nic.name(),
          "two kinds of configuration set it differently; " + why,
          Set.of(UNITS),
          "run on the host: unhang verify " + nic.typedName());
    }
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "the "
            + earlier.keeper().word()
            + " switches segmentation offload "
            + word(earlier)
            + " and the "
            + later.keeper().word()
            + " "
            + word(later)
            + "; the latter acts later",
        Confidence.LIKELY,
        List.of(Cite.setting(earlier), Cite.setting(later)),
        List.of(),
        false);
  }

  private static String word(Setting setting) {
    return setting.on() ? "on" : "off";
  }
}
