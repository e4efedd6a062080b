package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.PauseFrames;
import dev.unhang.findings.nic.TwoLooks;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Notice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A partner asks the NIC again and again not to send, and it obeys: it looks like a hang and is
/// none.
///
/// What speaks against: a ring that moves; a counter of pause frames that does not.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_clean_tx_irq() calls nothing a hang
/// while STATUS has TXOFF (v6.1)
public final class PauseStorm implements Rule {
  private static final RuleId ID = new RuleId("pause-storm");
  private static final SourceId SECOND_LOOK = new SourceId("second-look");
  private static final SourceId STATISTICS = new SourceId("driver-statistics");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<Citation> paused = PauseFrames.evidence(nic);
    if (!paused.isEmpty()) {
      return Optional.of(diagnosed(nic, paused));
    }
    boolean stands = TwoLooks.of(nic).filter(TwoLooks::standsStill).isPresent();
    boolean timedOut =
        nic.hangs().isEmpty()
            && (nic.hasTimedOut() || !nic.notices(Notice.WATCHDOG_FIRED).isEmpty());
    if (nic.now().isEmpty() || !stands && !timedOut) {
      return Optional.empty();
    }
    Optional<Citation> none = PauseFrames.none(nic);
    if (none.isPresent()) {
      return Optional.of(
          new Finding.RuledOut(ID, nic.name(), "no pause frames hold it", List.of(none.get())));
    }
    return stands ? Optional.of(uncounted(nic)) : then(nic);
  }

  private static Finding diagnosed(NicCase nic, List<Citation> paused) {
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "a partner's pause frames keep it from sending: look for who sends them",
        PauseFrames.isRegistered(nic) ? Confidence.CERTAIN : Confidence.LIKELY,
        paused,
        nic.hangs().stream()
            .limit(1)
            .map(hang -> Cite.firstReport(hang, "a NIC that is paused reports no hang"))
            .toList(),
        false);
  }

  private static Finding uncounted(NicCase nic) {
    return new Finding.Undecided(
        ID,
        nic.name(),
        "it does not send; whether pause frames keep it from that was not counted",
        Set.of(STATISTICS),
        "compare twice: ethtool -S " + nic.typedName());
  }

  /// Timeouts of before: that there were pause frames does not say that there were some then.
  private static Optional<Finding> then(NicCase nic) {
    return PauseFrames.received(nic)
        .map(count ->
            new Finding.Undecided(
                ID,
                nic.name(),
                Long.toUnsignedString(count)
                    + " pause frames were received; whether they came when it timed out is not"
                    + " known",
                Set.of(SECOND_LOOK),
                "when it does so again: unhang doctor"));
  }
}
