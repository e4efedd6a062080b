package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.nic.OffTheBus;
import dev.unhang.findings.nic.StoppedDma;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Notice;
import dev.unhang.model.net.OffloadGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The transmit unit of an Intel NIC stops while the hardware cuts TCP segments itself. Of 51
/// incidents that were reported with a cure, 15 were cured by switching segmentation offload off,
/// alone or with other offloads.
///
/// What speaks against: segmentation offload was off when it hung; the NIC may not use the bus at
/// all.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_tso() (v6.1)
public final class HangsWithSegmentationOffload implements Rule {
  private static final RuleId ID = new RuleId("hangs-with-segmentation-offload");
  private static final SourceId OFFLOADS = new SourceId("offload-switches");
  private static final Set<String> DRIVERS = Set.of("e1000e", "e1000");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (nic.hangs().isEmpty() || !nic.driver().map(DRIVERS::contains).orElse(true)) {
      return Optional.empty();
    }
    if (!OffTheBus.evidence(nic).isEmpty()) {
      return Optional.empty();
    }
    List<Citation> stopped = StoppedDma.forbidden(nic);
    if (!stopped.isEmpty()) {
      return Optional.of(
          new Finding.RuledOut(
              ID, nic.name(), "the NIC may not use the bus, whatever it is asked to do", stopped));
    }
    Optional<Boolean> on = nic.tsoIsOn();
    Optional<Finding> off = on.isEmpty() ? switchedOffByDriver(nic) : Optional.empty();
    if (off.isPresent()) {
      return off;
    }
    if (on.isEmpty()) {
      return Optional.of(
          new Finding.Undecided(
              ID,
              nic.name(),
              "segmentation offload is the likeliest cause; whether it is on was not read",
              Set.of(OFFLOADS),
              "run on the host: unhang features " + nic.typedName()));
    }
    if (on.get()) {
      return Optional.of(diagnosed(nic));
    }
    return Optional.of(
        nic.isAnswered()
            ? answered(nic)
            : new Finding.RuledOut(
                ID,
                nic.name(),
                "segmentation offload is off",
                List.of(Cite.offload(nic, OffloadGroup.TSO, false))));
  }

  /// The driver itself keeps it off on a slow link, or on such chips, see
  /// [SegmentationOffloadIsFixedOff].
  private static Optional<Finding> switchedOffByDriver(NicCase nic) {
    return nic.notices(Notice.TSO_OFF_FOR_SPEED).stream()
        .findFirst()
        .map(lines -> Cite.notice(lines, "the driver switched it off"))
        .or(() -> SegmentationOffloadIsFixedOff.byChip(nic))
        .map(shows ->
            new Finding.RuledOut(
                ID, nic.name(), "its driver keeps segmentation offload off", List.of(shows)));
  }

  private static Finding diagnosed(NicCase nic) {
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "it hangs with TCP segmentation offload on, the likeliest cause",
        Confidence.LIKELY,
        List.of(
            Cite.firstReport(nic.worst().orElseThrow(), "the hang"),
            Cite.offload(nic, OffloadGroup.TSO, true)),
        List.of(),
        false);
  }

  private static Finding answered(NicCase nic) {
    List<Citation> because = new ArrayList<>();
    because.add(Cite.firstReport(nic.worst().orElseThrow(), "the hang, before the setting"));
    because.add(Cite.offload(nic, OffloadGroup.TSO, false));
    nic.keeper(OffloadGroup.TSO).ifPresent(setting -> because.add(Cite.setting(setting)));
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "it hung with segmentation offload on; that is off now and kept off, and no hang since",
        Confidence.LIKELY,
        because,
        List.of(),
        true);
  }
}
