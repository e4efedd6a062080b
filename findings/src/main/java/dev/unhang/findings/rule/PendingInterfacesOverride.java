package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.setting.Keeper;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.SettingsAtBoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A changed /etc/network/interfaces waits beside the one in force and lacks the line that keeps
/// segmentation offload off: at the next boot Proxmox VE moves it over the other.
///
/// What speaks against: the file that waits has such a line too.
///
/// Program: pve-manager, services/pvenetcommit.service
public final class PendingInterfacesOverride implements Rule {
  private static final RuleId ID = new RuleId("pending-interfaces-override");
  private static final SourceId INTERFACES = new SourceId("interfaces-file");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (nic.now().isEmpty() || nic.now().get().pending().known().isEmpty()) {
      return Optional.empty();
    }
    NicFacts now = nic.now().get();
    if (now.settings().known().isEmpty()) {
      return nic.hangs().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Finding.Undecided(
                  ID,
                  nic.name(),
                  "a changed interfaces file waits; what it will replace was not read",
                  Set.of(INTERFACES),
                  "add /etc/network/interfaces beside it"));
    }
    List<Setting> lost =
        now.settings().known().get().stream()
            .filter(line -> line.keeper() == Keeper.INTERFACES && line.runsAtBoot() && !line.on())
            .filter(line -> line.group() == OffloadGroup.TSO)
            .toList();
    if (lost.isEmpty() || !nic.isKeptOff(OffloadGroup.TSO)) {
      return Optional.empty();
    }
    SettingsAtBoot after = after(now);
    if (after.keepOff(OffloadGroup.TSO, now::canBeOn)) {
      Setting keeper = after.deciding(OffloadGroup.TSO).orElseThrow();
      return Optional.of(
          new Finding.RuledOut(
              ID,
              nic.name(),
              "it stays off once the changed file is in place",
              List.of(Cite.setting(keeper))));
    }
    return Optional.of(diagnosed(nic, now, lost));
  }

  /// The settings with the lines of the file that waits in place of those of the other.
  private static SettingsAtBoot after(NicFacts now) {
    List<Setting> all = new ArrayList<>();
    for (Setting line : now.settings().known().orElse(List.of())) {
      if (line.keeper().compareTo(Keeper.INTERFACES) < 0) {
        all.add(line);
      }
    }
    all.addAll(now.pending().known().orElse(List.of()));
    for (Setting line : now.settings().known().orElse(List.of())) {
      if (line.keeper().compareTo(Keeper.INTERFACES) > 0) {
        all.add(line);
      }
    }
    return new SettingsAtBoot(all);
  }

  private static Finding diagnosed(NicCase nic, NicFacts now, List<Setting> lost) {
    Reading<List<Setting>> pending = now.pending();
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "a changed interfaces file waits for the next boot, and lacks the line that keeps"
            + " segmentation offload off",
        Confidence.LIKELY,
        List.of(
            Cite.setting(lost.getLast()),
            Cite.reading(pending, "/etc/network/interfaces.new", "will replace it, without one")),
        List.of(),
        false);
  }
}
