package dev.unhang.findings.rule;

import dev.unhang.findings.known.ChipFamilies;
import dev.unhang.findings.known.KernelsWithoutReset;
import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.Chip;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.OffloadGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A chip that is known to hang with segmentation offload on runs with it on, and has not hung in
/// what was read. Where the kernel won't reset it by itself, the first hang cuts the host off.
///
/// What speaks against: segmentation offload is off.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_tso() (v6.1)
public final class AtRisk implements Rule {
  private static final RuleId ID = new RuleId("at-risk");
  private static final SourceId DEVICE = new SourceId("device-of-nic");
  private static final String DRIVER = "e1000e";

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    Optional<Boolean> on = nic.tsoIsOn();
    boolean isDrivers = nic.driver().equals(Optional.of(DRIVER));
    if (!nic.episodes().isEmpty() || on.isEmpty() || !isDrivers || nic.now().isEmpty()) {
      return Optional.empty();
    }
    Optional<NicDevice.Pci> device = nic.now().flatMap(NicFacts::device);
    Optional<Chip> chip = device.flatMap(NicDevice.Pci::chip);
    if (chip.isEmpty()) {
      return on.get() ? Optional.of(undecided(nic)) : Optional.empty();
    }
    Optional<String> source = ChipFamilies.HANG.source(chip.get());
    if (source.isEmpty()) {
      return Optional.empty();
    }
    if (!on.get()) {
      return Optional.of(
          new Finding.RuledOut(
              ID,
              nic.name(),
              "segmentation offload is off",
              List.of(Cite.offload(nic, OffloadGroup.TSO, false))));
    }
    return Optional.of(diagnosed(nic, nic.now().get(), chip.get(), source.get()));
  }

  private static Finding undecided(NicCase nic) {
    return new Finding.Undecided(
        ID,
        nic.name(),
        "segmentation offload is on; whether this chip is one that hangs with it was not read",
        Set.of(DEVICE),
        "add the output of: lspci -nnk");
  }

  private static Finding diagnosed(NicCase nic, NicFacts now, Chip chip, String source) {
    Optional<String> kernel = nic.host().machine().kernel();
    Optional<String> noReset = kernel.flatMap(KernelsWithoutReset::source);
    List<Citation> because = new ArrayList<>();
    because.add(
        Cite.reading(now.seen().device(), chip.family(), "known to hang with it on: " + source));
    because.add(Cite.offload(nic, OffloadGroup.TSO, true));
    noReset.ifPresent(
        known -> because.add(Cite.kernel(nic, "never resets a hang that goes on: " + known)));
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "an "
            + chip.family()
            + " with segmentation offload on may hang; it has not in what was read"
            + (noReset.isPresent() ? ", and this kernel would not reset it" : ""),
        noReset.isPresent() ? Confidence.LIKELY : Confidence.POSSIBLE,
        because,
        List.of(),
        false);
  }
}
