package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.KernelChanges;
import dev.unhang.findings.nic.KernelChanges.Has;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.Chip;
import dev.unhang.model.net.OffloadGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The driver itself keeps segmentation offload off on this chip, I219 (1) to (5) and (12): to
/// switch it off is no advice there, and not what it hangs for.
///
/// What speaks against: it can be switched.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_probe() (commit 67d47b95119a, v6.3)
public final class SegmentationOffloadIsFixedOff implements Rule {
  private static final RuleId ID = new RuleId("segmentation-offload-is-fixed-off");
  private static final SourceId OFFLOADS = new SourceId("offload-switches");
  private static final String MAC = "pch_spt";
  private static final String CHANGE = "tso-fixed-off";

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (nic.hangs().isEmpty() || !nic.isE1000e()) {
      return Optional.empty();
    }
    boolean ofChip = nic.chip().flatMap(Chip::mac).filter(MAC::equals).isPresent();
    if (nic.tsoIsOn().isPresent()) {
      return byFeatures(nic, ofChip);
    }
    if (!ofChip) {
      return Optional.empty();
    }
    return Optional.of(
        KernelChanges.has(nic, CHANGE) == Has.YES
            ? diagnosed(
                nic,
                Confidence.LIKELY,
                List.of(chip(nic), kernel(nic, "keeps it off on such chips")))
            : new Finding.Undecided(
                ID,
                nic.name(),
                "newer kernels keep segmentation offload off on this chip; whether this one does"
                    + " was not read",
                Set.of(OFFLOADS),
                "run on the host: unhang features " + nic.typedName()));
  }

  private static Optional<Finding> byFeatures(NicCase nic, boolean ofChip) {
    boolean on = nic.tsoIsOn().orElseThrow();
    Citation now = Cite.offload(nic, OffloadGroup.TSO, on);
    if (nic.canSwitch(OffloadGroup.TSO)) {
      return ofChip
          ? Optional.of(
              new Finding.RuledOut(ID, nic.name(), "this kernel lets it be switched", List.of(now)))
          : Optional.empty();
    }
    return on
        ? Optional.empty()
        : Optional.of(
            diagnosed(
                nic,
                Confidence.CERTAIN,
                List.of(
                    new Citation(
                        now.place(), now.text() + " [fixed]", "no command can switch it"))));
  }

  /// That driver and chip together keep it off, where the switches were not read.
  static Optional<Citation> byChip(NicCase nic) {
    boolean ofChip = nic.chip().flatMap(Chip::mac).filter(MAC::equals).isPresent();
    return nic.isE1000e() && ofChip && KernelChanges.has(nic, CHANGE) == Has.YES
        ? Optional.of(kernel(nic, "keeps it off on such chips"))
        : Optional.empty();
  }

  private static Citation chip(NicCase nic) {
    return Cite.chip(nic, nic.chip().orElseThrow().family(), "one of the chips");
  }

  private static Citation kernel(NicCase nic, String shows) {
    return Cite.kernel(nic, shows + " (" + KernelChanges.commits(CHANGE) + ")");
  }

  private static Finding diagnosed(NicCase nic, Confidence how, List<Citation> because) {
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "its driver keeps segmentation offload off: switching it off is no cure here",
        how,
        because,
        List.of(),
        false);
  }
}
