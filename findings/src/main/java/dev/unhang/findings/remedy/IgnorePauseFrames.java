package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.Pause;
import java.util.List;
import java.util.Optional;

/// Rx flow control off: what a partner asks for by pause frames is no longer heeded.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000_set_pauseparam() forces it without a
/// reset (v6.1)
public final class IgnorePauseFrames implements Remedy {
  private static final StepId ID = new StepId("ignore-pause-frames");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    Optional<Reading<Pause>> reading = nic.now().map(now -> now.seen().settings().pause());
    Optional<Pause> pause = reading.flatMap(Reading::known);
    if (pause.isEmpty()) {
      return new Applicability.NotApplicable();
    }
    if (!pause.get().rx()) {
      return new Applicability.AlreadyApplied(
          List.of(Cite.reading(reading.get(), "RX: off", "no pause frames are heeded")));
    }
    return new Applicability.Applicable(
        new Advice(
            ID,
            "ethtool -A " + nic.typedName() + " autoneg off rx off",
            "the NIC goes on sending, whatever its partner asks for",
            "what the partner can't take is lost and sent again",
            !nic.isE1000e(),
            Optional.empty(),
            "ethtool -a says RX: off, and tx_packets moves"));
  }
}
