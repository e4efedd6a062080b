package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.HangPicture;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The driver reports a hang, and its own registers show that no packet was stuck: all was sent and
/// only the interrupt was missed, or the report was of a packet that had just been freed.
///
/// What speaks against: the driver had to reset the adapter all the same.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang() returns where TDH is
/// TDT since about v4.9; drivers/net/ethernet/intel/e1000/e1000_main.c, e1000_clean_tx_irq() does
/// not (v6.12)
public final class NothingIsStuck implements Rule {
  private static final RuleId ID = new RuleId("nothing-is-stuck");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    Optional<Episode> free =
        nic.episodes().stream()
            .filter(each -> new HangPicture(each).nothingIsStuck().isPresent())
            .findFirst();
    if (free.isPresent()) {
      return Optional.of(diagnosed(nic, free.get()));
    }
    Optional<Episode> unclear =
        nic.episodes().stream().filter(NothingIsStuck::isUnclear).findFirst();
    if (unclear.isPresent()) {
      return Optional.of(
          new Finding.Undecided(
              ID,
              nic.name(),
              "the hardware processed all it was given; whether it was sent is not in the log",
              Set.of(KERNEL_LOG),
              "read the whole report: next_to_watch.status tells"));
    }
    return nic.hangs().stream()
        .filter(each -> new HangPicture(each).stoppedInPacket())
        .findFirst()
        .map(each ->
            new Finding.RuledOut(
                ID,
                nic.name(),
                "a packet was stuck",
                List.of(Cite.firstReport(each, "TDH stands within the oldest packet"))));
  }

  private static boolean isUnclear(Episode episode) {
    HangPicture picture = new HangPicture(episode);
    return picture.isAllFetched() && picture.lacksStatus() && !picture.isAllOnes();
  }

  private static Finding diagnosed(NicCase nic, Episode episode) {
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "a hang was reported, and nothing was stuck",
        Confidence.LIKELY,
        List.of(Cite.firstReport(episode, new HangPicture(episode).nothingIsStuck().orElseThrow())),
        episode.outcome() == Outcome.RESET_BY_DRIVER
            ? episode.outcomePlace().stream()
                .map(place -> new Citation(place, "Reset adapter", "the driver reset it"))
                .toList()
            : List.of(),
        false);
  }
}
