package dev.unhang.diagnose.rule;

import dev.unhang.diagnose.nic.Cite;
import dev.unhang.diagnose.nic.NicCase;
import dev.unhang.diagnose.remedy.Remedies;
import dev.unhang.model.facts.Episode;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Verdict;
import dev.unhang.model.name.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The driver itself says that its transmit unit no longer moves.
///
/// What speaks against: a single report of the first descriptors right after link-up, which kernels
/// of 2019 print of healthy NICs.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang() (v6.1)
public final class TransmitUnitHangs implements Rule {
  private static final RuleId ID = new RuleId("transmit-unit-hangs");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Verdict> judge(NicCase nic) {
    if (nic.episodes().isEmpty()) {
      return Optional.empty();
    }
    if (nic.hangs().isEmpty()) {
      return Optional.of(
          new Verdict.RuledOut(
              ID,
              nic.name(),
              "reported once at link-up only, as healthy NICs were by kernels of 2019",
              List.of(Cite.firstReport(nic.episodes().getFirst(), "one report at link-up"))));
    }
    return Optional.of(
        new Verdict.Diagnosed(
            ID,
            nic.name(),
            headline(nic),
            Confidence.CERTAIN,
            because(nic),
            List.of(),
            advice(nic),
            nic.isAnswered()));
  }

  private static String headline(NicCase nic) {
    int hangs = nic.hangs().size();
    long reports = nic.hangs().stream().mapToLong(Episode::dumps).sum();
    return "the transmit unit stopped "
        + (hangs == 1 ? "once" : hangs + " times")
        + ", "
        + (reports == 1 ? "1 report" : reports + " reports")
        + (nic.isHungNow() ? "; it is hung now" : "");
  }

  private static List<Citation> because(NicCase nic) {
    Episode worst = nic.worst().orElseThrow();
    List<Citation> because = new ArrayList<>();
    because.add(Cite.firstReport(worst, "the driver says so"));
    if (worst.dumps() > 1) {
      because.add(
          Cite.lastReport(worst, "and says it again, " + worst.dumps() + " times for one packet"));
    }
    return because;
  }

  private static List<Advice> advice(NicCase nic) {
    List<Advice> advice = new ArrayList<>(Remedies.whileHung(nic));
    if (!nic.isAnswered()) {
      advice.addAll(Remedies.against(nic));
    }
    return advice;
  }
}
