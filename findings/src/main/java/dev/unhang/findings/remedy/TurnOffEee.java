package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.Eee;
import java.util.List;
import java.util.Optional;

/// Energy-Efficient Ethernet off: the link no longer sleeps between packets. It does nothing where
/// the partner doesn't offer EEE either, so that it isn't active.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000e_set_eee() resets the adapter (v6.1)
public final class TurnOffEee implements Remedy {
  private static final StepId ID = new StepId("turn-off-eee");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Fit fit(NicCase nic) {
    if (!nic.isE1000e()) {
      return new Fit.NotOffered();
    }
    Optional<Reading<Eee>> reading = nic.now().map(now -> now.seen().settings().eee());
    Optional<Eee> eee = reading.flatMap(Reading::known);
    if (eee.isEmpty()) {
      return new Fit.NotOffered();
    }
    if (!eee.get().enabled()) {
      return new Fit.InForce(List.of(Cite.reading(reading.get(), "EEE: disabled", "EEE is off")));
    }
    return eee.get().active()
        ? offered(nic)
        : new Fit.Pointless(
            "the link partner doesn't offer EEE, so that it is not active",
            List.of(
                Cite.reading(
                    reading.get(), "EEE: enabled - inactive", "enabled here and not in force")));
  }

  private static Fit offered(NicCase nic) {
    return new Fit.Offered(
        new Advice(
            ID,
            "ethtool --set-eee " + nic.name() + " eee off",
            "keeps the link from sleeping between packets, which some of these chips don't survive",
            "the link drops for 2 to 4 s",
            true,
            Optional.empty(),
            "ethtool --show-eee says disabled, and no report under load since"));
  }
}
