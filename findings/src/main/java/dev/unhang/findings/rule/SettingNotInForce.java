package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.setting.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Configuration keeps segmentation offload off, and it is on now: written since the last boot,
/// switched on again, or lost when the driver was rebound.
///
/// What speaks against: configuration that was not read and switches it on.
///
/// Kernel: net/ethtool/features.c, ethnl_set_features() (v6.1): nothing outlasts the device
public final class SettingNotInForce implements Rule {
  private static final RuleId ID = new RuleId("setting-not-in-force");
  private static final SourceId OFFLOADS = new SourceId("offload-switches");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (nic.now().isEmpty() || !nic.isKeptOff(OffloadGroup.TSO)) {
      return Optional.empty();
    }
    Setting keeper = nic.keeper(OffloadGroup.TSO).orElseThrow();
    Optional<Boolean> on = nic.tsoIsOn();
    if (on.isEmpty()) {
      return Optional.of(
          new Finding.Undecided(
              ID,
              nic.name(),
              "a line keeps segmentation offload off; whether it is off now was not read",
              Set.of(OFFLOADS),
              "run on the host: unhang features " + nic.typedName()));
    }
    if (!on.get()) {
      return Optional.of(
          new Finding.RuledOut(
              ID,
              nic.name(),
              "what configuration says is in force",
              List.of(Cite.setting(keeper), Cite.offload(nic, OffloadGroup.TSO, false))));
    }
    return Optional.of(
        new Finding.Diagnosed(
            ID,
            nic.name(),
            "a line keeps segmentation offload off, and yet it is on now",
            isWhole(nic.now().get().settings()) ? Confidence.LIKELY : Confidence.POSSIBLE,
            List.of(Cite.setting(keeper), Cite.feature(nic, active(nic))),
            List.of(),
            false));
  }

  private static boolean isWhole(Reading<?> settings) {
    return settings instanceof Reading.Read<?>;
  }

  private static Offload active(NicCase nic) {
    return nic.now().flatMap(now -> now.offloads().known()).stream()
        .flatMap(offloads -> offloads.members(OffloadGroup.TSO).stream())
        .filter(Offload::active)
        .findFirst()
        .orElseThrow();
  }
}
