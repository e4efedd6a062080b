package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.Chip;
import dev.unhang.model.net.Pause;
import java.util.List;
import java.util.Optional;

/// Tx flow control off: 82577 and 82578 hang when they send pause frames, and the driver itself
/// says so under its report.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang();
/// drivers/net/ethernet/intel/e1000e/ich8lan.c, e1000_setup_link_ich8lan() (v6.1)
public final class TurnOffPause implements Remedy {
  private static final StepId ID = new StepId("turn-off-pause");

  private static final String MAC = "pchlan";

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    if (nic.chip().flatMap(Chip::mac).filter(MAC::equals).isEmpty()) {
      return new Applicability.NotApplicable();
    }
    Optional<Reading<Pause>> reading = nic.now().map(now -> now.seen().settings().pause());
    Optional<Pause> pause = reading.flatMap(Reading::known);
    if (pause.isPresent() && !pause.get().tx()) {
      return new Applicability.AlreadyApplied(
          List.of(Cite.reading(reading.get(), "TX: off", "no pause frames are sent")));
    }
    return new Applicability.Applicable(
        new Advice(
            ID,
            "ethtool -A " + nic.typedName() + " autoneg off tx off",
            "82577 and 82578 hang when they send pause frames; the driver says so under its report",
            "none; a partner that sends too fast loses packets instead of waiting",
            false,
            Optional.empty(),
            "ethtool -a says TX: off, and no report under load since"));
  }
}
