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

/// A link file of systemd switches segmentation offload off, and another one fits the NIC first:
/// udev applies that one alone.
///
/// What speaks against: the file is the first that fits; another line keeps the offload off.
///
/// Man: systemd.link(5): "the first … that matches"
public final class LinkFileIsNotEffective implements Rule {
  private static final RuleId ID = new RuleId("link-file-is-not-effective");
  private static final SourceId LINK_FILES = new SourceId("link-files");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<Setting> lines =
        nic.settings(OffloadGroup.TSO).stream()
            .filter(line -> line.keeper() == Keeper.LINK_FILE && !line.on())
            .toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<Setting> applied = lines.stream().filter(Setting::runsAtBoot).toList();
    if (!applied.isEmpty()) {
      return Optional.of(
          new Finding.RuledOut(
              ID,
              nic.name(),
              "the link file is the one that udev applies",
              applied.stream().map(Cite::setting).toList()));
    }
    Setting first = lines.getFirst();
    if (first.atBoot() == AtBoot.NOT_KNOWN) {
      return Optional.of(
          new Finding.Undecided(
              ID,
              nic.name(),
              "a link file switches segmentation offload off; " + first.runBy(),
              Set.of(LINK_FILES),
              "ask udev for ID_NET_LINK_FILE: udevadm info /sys/class/net/" + nic.name()));
    }
    return Optional.of(
        new Finding.Diagnosed(
            ID,
            nic.name(),
            "a link file switches segmentation offload off and is not applied: " + first.runBy(),
            Confidence.LIKELY,
            lines.stream().map(Cite::setting).toList(),
            nic.isKeptOff(OffloadGroup.TSO)
                ? nic.keeper(OffloadGroup.TSO).map(Cite::setting).stream().toList()
                : List.of(),
            nic.isKeptOff(OffloadGroup.TSO)));
  }
}
