package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.Setting.AtBoot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Segmentation offload was switched off by hand and nothing will switch it off at the next boot.
///
/// What speaks against: a line of any configuration that keeps it off and that a program runs; a
/// feature this driver never had on.
public final class SettingLostAtReboot implements Rule {
  private static final RuleId ID = new RuleId("setting-lost-at-reboot");
  private static final SourceId SETTINGS = new SourceId("interfaces-file");
  private static final Set<String> DRIVERS = Set.of("e1000e", "e1000");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (nic.now().isEmpty() || !nic.driver().map(DRIVERS::contains).orElse(false)) {
      return Optional.empty();
    }
    List<Offload> members =
        nic.offloads().map(offloads -> offloads.members(OffloadGroup.TSO)).orElse(List.of());
    if (members.stream().noneMatch(Offload::changeable)) {
      return Optional.empty();
    }
    if (members.stream().anyMatch(Offload::active)) {
      return Optional.empty();
    }
    if (nic.isKeptOff(OffloadGroup.TSO)) {
      Setting keeper = nic.keeper(OffloadGroup.TSO).orElseThrow();
      return Optional.of(
          new Finding.RuledOut(
              ID, nic.name(), "a line keeps it off at boot", List.of(Cite.setting(keeper))));
    }
    return Optional.of(withoutKeeper(nic, nic.now().get()));
  }

  private static Finding withoutKeeper(NicCase nic, NicFacts now) {
    Reading<List<Setting>> settings = now.settings();
    if (settings.known().isEmpty()) {
      return new Finding.Undecided(
          ID,
          nic.name(),
          "whether segmentation offload stays off at the next boot was not read",
          Set.of(SETTINGS),
          settings.whyNot().orElse("run as root on the host"));
    }
    Optional<Setting> doubtful =
        nic.settings(OffloadGroup.TSO).stream()
            .filter(line -> !line.on() && line.atBoot() == AtBoot.NOT_KNOWN)
            .findFirst();
    if (doubtful.isPresent()) {
      return new Finding.Undecided(
          ID,
          nic.name(),
          "a line may keep segmentation offload off; " + doubtful.get().runBy(),
          Set.of(SETTINGS),
          "run on the host: unhang verify " + nic.typedName());
    }
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "segmentation offload is off now, and the next boot brings it back",
        settings instanceof Reading.Read<List<Setting>> ? Confidence.LIKELY : Confidence.POSSIBLE,
        List.of(Cite.offload(nic, OffloadGroup.TSO, false)),
        nic.settings(OffloadGroup.TSO).stream().map(Cite::setting).toList(),
        false);
  }
}
