package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Citation;
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

/// A line switches segmentation offload off for IPv4 alone, so that it stays on for IPv6.
///
/// What speaks against: another line for IPv6; a NIC that has none.
///
/// Man: systemd.link(5), "TCPSegmentationOffload=", "TCP6SegmentationOffload="
public final class TsoOffLeavesTso6On implements Rule {
  private static final RuleId ID = new RuleId("tso-off-leaves-tso6-on");
  private static final SourceId OFFLOADS = new SourceId("offload-switches");
  private static final String TSO4 = "tx-tcp-segmentation";
  private static final String TSO6 = "tx-tcp6-segmentation";

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    Optional<Setting> four =
        nic.settings(OffloadGroup.TSO).stream()
            .filter(line -> line.runsAtBoot() && !line.on())
            .filter(line -> line.feature().equals(Optional.of(TSO4)))
            .findFirst();
    if (four.isEmpty()) {
      return Optional.empty();
    }
    if (nic.isKeptOff(OffloadGroup.TSO)) {
      return Optional.of(
          new Finding.RuledOut(
              ID, nic.name(), "nothing is left on for IPv6", both(nic, four.get())));
    }
    if (forSix(nic).isPresent()) {
      return Optional.empty();
    }
    Optional<Offload> six = nic.offloads().flatMap(offloads -> offloads.named(TSO6));
    if (six.isEmpty()) {
      return Optional.of(
          new Finding.Undecided(
              ID,
              nic.name(),
              "a line switches it off for IPv4 alone; whether it is on for IPv6 was not read",
              Set.of(OFFLOADS),
              "run on the host: unhang features " + nic.typedName()));
    }
    return Optional.of(
        new Finding.Diagnosed(
            ID,
            nic.name(),
            "a line switches segmentation offload off for IPv4 alone"
                + (six.get().active() ? "; it is on for IPv6" : ""),
            six.get().active() ? Confidence.CERTAIN : Confidence.LIKELY,
            List.of(Cite.setting(four.get()), Cite.feature(nic, six.get())),
            List.of(),
            false));
  }

  /// The line for IPv6, or the kernel's word that there is nothing to switch.
  private static List<Citation> both(NicCase nic, Setting four) {
    return forSix(nic)
        .map(line -> List.of(Cite.setting(four), Cite.setting(line)))
        .orElseGet(() ->
            nic.now().flatMap(now -> now.offloads().known()).stream()
                .flatMap(offloads -> offloads.named(TSO6).stream())
                .map(feature -> Cite.feature(nic, feature))
                .toList());
  }

  private static Optional<Setting> forSix(NicCase nic) {
    return nic.settings(OffloadGroup.TSO).stream()
        .filter(line -> line.runsAtBoot() && !line.on())
        .filter(line -> !line.feature().equals(Optional.of(TSO4)))
        .findFirst();
  }
}
