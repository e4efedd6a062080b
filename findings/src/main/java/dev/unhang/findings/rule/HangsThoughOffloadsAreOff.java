package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.net.OffloadGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// It hung after segmentation offload had been switched off, so that was not the cause, or not the
/// only one.
///
/// What speaks against: all hangs are older than the setting.
public final class HangsThoughOffloadsAreOff implements Rule {
  private static final RuleId ID = new RuleId("hangs-though-offloads-are-off");
  private static final SourceId CHANGES = new SourceId("changes");
  private static final String FURTHER = "look further (EEE, firmware, the card)";

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (nic.hangs().isEmpty() || nic.tsoIsOn().orElse(true)) {
      return Optional.empty();
    }
    if (!nic.canSwitch(OffloadGroup.TSO)) {
      return Optional.of(neverOn(nic));
    }
    Optional<Instant> since = nic.turnedOffAt(OffloadGroup.TSO);
    if (nic.isAnswered()) {
      return Optional.of(
          new Finding.RuledOut(
              ID,
              nic.name(),
              "every hang is older than the setting",
              List.of(Cite.lastReport(nic.hangs().getLast(), "the last hang"))));
    }
    Optional<Episode> after = since.flatMap(instant -> firstAfter(nic, instant));
    if (after.isPresent()) {
      return Optional.of(diagnosed(nic, after.get()));
    }
    return Optional.of(
        new Finding.Undecided(
            ID,
            nic.name(),
            "segmentation offload is off now; since when was not read",
            Set.of(CHANGES),
            "switch it with unhang fix, which keeps a record of when"));
  }

  /// A feature that can't be switched was off in this boot from its beginning on.
  private static Finding neverOn(NicCase nic) {
    Optional<Episode> now =
        nic.hangs().stream()
            .filter(hang -> hang.boot().isPresent() && hang.boot().equals(nic.host().boot()))
            .findFirst();
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "it hangs, and its driver never lets segmentation offload on: " + FURTHER,
        now.isPresent() ? Confidence.CERTAIN : Confidence.LIKELY,
        List.of(
            Cite.firstReport(now.orElse(nic.hangs().getFirst()), "a hang"),
            Cite.offload(nic, OffloadGroup.TSO, false)),
        List.of(),
        false);
  }

  private static Optional<Episode> firstAfter(NicCase nic, Instant since) {
    return nic.hangs().stream()
        .filter(hang -> hang.first().wall().map(wall -> wall.isAfter(since)).orElse(false))
        .findFirst();
  }

  private static Finding diagnosed(NicCase nic, Episode hang) {
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "it hung again with segmentation offload off: " + FURTHER,
        Confidence.CERTAIN,
        List.of(
            Cite.firstReport(hang, "a hang after the change"),
            Cite.offload(nic, OffloadGroup.TSO, false)),
        List.of(),
        false);
  }
}
