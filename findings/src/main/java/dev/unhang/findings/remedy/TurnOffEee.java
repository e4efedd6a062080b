package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.Attachment;
import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.Chip;
import dev.unhang.model.net.Eee;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Energy-Efficient Ethernet off: the link no longer sleeps between packets. It does nothing where
/// the partner doesn't offer EEE either, so that it isn't active.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/ethtool.c, e1000e_set_eee() resets the adapter (v6.1)
public final class TurnOffEee implements Remedy {
  private static final StepId ID = new StepId("turn-off-eee");

  private static final Set<String> WITHOUT = Set.of("ich8lan", "ich9lan", "ich10lan", "pchlan");

  @Override
  public StepId id() {
    return ID;
  }

  @Override
  public Applicability fit(NicCase nic) {
    if (nic.isE1000e() && !mayHave(nic)) {
      return new Applicability.NotApplicable();
    }
    Optional<Reading<Eee>> reading = nic.now().map(now -> now.seen().settings().eee());
    Optional<Eee> eee = reading.flatMap(Reading::known);
    if (eee.isEmpty()) {
      return isRefused(reading)
          ? new Applicability.NotApplicable()
          : offered(nic, "; whether it is on was not read");
    }
    if (!eee.get().enabled()) {
      return new Applicability.AlreadyApplied(
          List.of(Cite.reading(reading.get(), "EEE: disabled", "EEE is off")));
    }
    return eee.get().active()
        ? offered(nic, "")
        : new Applicability.NoEffect(
            "the link partner doesn't offer EEE, so that it is not active",
            List.of(
                Cite.reading(
                    reading.get(), "EEE: enabled - inactive", "enabled here and not in force")));
  }

  /// Of e1000e's chips 82579 and later, all of them in the chipset.
  ///
  /// Kernel: drivers/net/ethernet/intel/e1000e/ich8lan.c, e1000_set_eee_pchlan() (v6.1)
  private static boolean mayHave(NicCase nic) {
    return !nic.driver().equals(Optional.of("e1000"))
        && Attachment.of(nic) != Attachment.CARD
        && nic.chip().flatMap(Chip::mac).filter(WITHOUT::contains).isEmpty();
  }

  /// Whether the driver said that it knows no EEE.
  private static boolean isRefused(Optional<Reading<Eee>> reading) {
    return reading.isPresent()
        && reading.get() instanceof Reading.Absent<Eee> absent
        && absent.why() == WhyAbsent.NOT_OFFERED;
  }

  private static Applicability offered(NicCase nic, String doubt) {
    return new Applicability.Applicable(
        new Advice(
            ID,
            "ethtool --set-eee " + nic.typedName() + " eee off",
            "keeps the link from sleeping between packets, which some of these chips don't survive"
                + doubt,
            "the link drops for 2 to 4 s",
            true,
            Optional.empty(),
            "ethtool --show-eee says disabled, and no report under load since"));
  }
}
