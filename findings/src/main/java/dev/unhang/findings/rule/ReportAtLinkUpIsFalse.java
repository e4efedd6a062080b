package dev.unhang.findings.rule;

import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.HangPicture;
import dev.unhang.findings.nic.KernelChanges;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.Episode.Outcome;
import dev.unhang.model.log.HangDump.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One report of the first descriptors, seconds after link-up or while there was no link, and none
/// after it: kernels of 2019 print that of healthy NICs.
///
/// What speaks against: it came again or ended in a reset; a kernel that is not of that year.
///
/// Kernel: commits 0f9e980bf5ee (v5.0), caff422ea81e and d17ba0f616a0 (v5.2)
public final class ReportAtLinkUpIsFalse implements Rule {
  private static final RuleId ID = new RuleId("report-at-link-up-is-false");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");
  private static final String CHANGE = "false-report-at-link-up";
  private static final int MOST_GIVEN = 8;

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    List<Episode> alike =
        nic.isE1000e()
            ? nic.episodes().stream().filter(ReportAtLinkUpIsFalse::isOfFirstPackets).toList()
            : List.of();
    Optional<Episode> wrong =
        alike.stream().filter(each -> new HangPicture(each).isFalseAtLinkUp()).findFirst();
    if (wrong.isPresent()) {
      return Optional.of(diagnosed(nic, wrong.get()));
    }
    Optional<Episode> real = alike.stream().filter(ReportAtLinkUpIsFalse::wentOn).findFirst();
    if (real.isPresent()) {
      return Optional.of(
          new Finding.RuledOut(
              ID,
              nic.name(),
              "it did not end with one report: this start-up stall is real",
              List.of(Cite.lastReport(real.get(), "reported again, or reset"))));
    }
    return alike.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding.Undecided(
                ID,
                nic.name(),
                "one report of the first descriptors; whether the link had just come up is not in"
                    + " the log",
                Set.of(KERNEL_LOG),
                "read the log from a minute before the report on"));
  }

  private static boolean isOfFirstPackets(Episode episode) {
    int given = episode.dump().index(Field.TDT).orElse(MOST_GIVEN + 1);
    return new HangPicture(episode).linkIsDown()
        || episode.dump().index(Field.TDH).orElse(-1) == 0
            && episode.dump().index(Field.NEXT_TO_CLEAN).orElse(-1) == 0
            && given >= 1
            && given <= MOST_GIVEN;
  }

  private static boolean wentOn(Episode episode) {
    return episode.dumps() > 1 || episode.outcome() == Outcome.RESET_BY_DRIVER;
  }

  private static Finding diagnosed(NicCase nic, Episode episode) {
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "one report at link-up, as healthy NICs get from kernels of 2019: no hang",
        Confidence.LIKELY,
        List.of(
            Cite.firstReport(
                episode,
                new HangPicture(episode).linkIsDown()
                    ? "MAC and PHY had no link"
                    : "the first packets, seconds after link-up, once")),
        otherKernel(nic),
        false);
  }

  private static List<Citation> otherKernel(NicCase nic) {
    return KernelChanges.has(nic, CHANGE) == KernelChanges.Has.NOT_BY_NUMBER
        ? List.of(
            Cite.kernel(nic, "by its number not one of those; stable kernels of 2019 had it too"))
        : List.of();
  }
}
