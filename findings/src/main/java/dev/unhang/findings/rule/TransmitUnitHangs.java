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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The driver itself says that its transmit unit no longer moves.
///
/// What speaks against: registers that show nothing stuck; a single report of the first descriptors
/// right after link-up, which kernels of 2019 print of healthy NICs.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/netdev.c, e1000_print_hw_hang() (v6.1)
public final class TransmitUnitHangs implements Rule {
  private static final RuleId ID = new RuleId("transmit-unit-hangs");
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public boolean findsHangs() {
    return true;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    if (nic.episodes().isEmpty()) {
      return withoutReports(nic);
    }
    if (nic.hangs().isEmpty()) {
      return Optional.of(ruledOut(nic, nic.episodes().getFirst()));
    }
    return Optional.of(
        new Finding.Diagnosed(
            ID,
            nic.name(),
            headline(nic),
            Confidence.CERTAIN,
            because(nic),
            List.of(),
            nic.isAnswered()));
  }

  /// A NIC whose queues timed out may have hung; only the log tells.
  private static Optional<Finding> withoutReports(NicCase nic) {
    boolean noLog = nic.host().logs().stream().allMatch(log -> log.known().isEmpty());
    return noLog && nic.hasTimedOut() && nic.isE1000e()
        ? Optional.of(
            new Finding.Undecided(
                ID,
                nic.name(),
                "its queues count timeouts; whether its unit hung only the kernel log tells",
                Set.of(KERNEL_LOG),
                "read the kernel log: journalctl -k"))
        : Optional.empty();
  }

  private static Finding ruledOut(NicCase nic, Episode episode) {
    return new HangPicture(episode)
        .nothingIsStuck()
        .map(why ->
            new Finding.RuledOut(
                ID,
                nic.name(),
                "reported, and nothing was stuck",
                List.of(Cite.firstReport(episode, why))))
        .orElseGet(() ->
            new Finding.RuledOut(
                ID,
                nic.name(),
                "reported once at link-up only, as healthy NICs were by kernels of 2019",
                List.of(Cite.firstReport(episode, "one report at link-up"))));
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
}
