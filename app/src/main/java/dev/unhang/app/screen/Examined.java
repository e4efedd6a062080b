package dev.unhang.app.screen;

import dev.unhang.app.text.EpisodeWords;
import dev.unhang.findings.Diagnosis;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.remedy.Remedies;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Report;
import dev.unhang.model.finding.Verdict;
import dev.unhang.model.log.Episode;
import dev.unhang.model.topology.Outage;
import java.util.List;
import java.util.Optional;

/// What doctor says of one NIC, before it is put on a screen or a page.
///
/// @param verdicts in the rules' order
public record Examined(NicCase nic, List<Verdict> verdicts) {
  private static final String STANDS_STILL = "ring-stands-still";

  public Examined {
    verdicts = List.copyOf(verdicts);
  }

  /// Every NIC that anything is said of, those that hung first.
  public static List<Examined> of(Report report) {
    return Diagnosis.cases(report.facts()).stream()
        .map(nic ->
            new Examined(
                nic,
                report.verdicts().stream()
                    .filter(verdict -> verdict.nic().equals(nic.name()))
                    .toList()))
        .toList();
  }

  /// Whether it ever hung, as far as was read.
  public boolean hung() {
    return !nic.hangs().isEmpty();
  }

  /// Whether it stands still at this moment without a word in any log.
  boolean standsStill() {
    return diagnosed().stream().anyMatch(found -> found.rule().value().equals(STANDS_STILL));
  }

  /// A setting now in force and kept answers its hangs.
  boolean isAnswered() {
    return diagnosed().stream().anyMatch(Verdict.Diagnosed::answered);
  }

  public List<Verdict.Diagnosed> diagnosed() {
    return verdicts.stream()
        .filter(Verdict.Diagnosed.class::isInstance)
        .map(Verdict.Diagnosed.class::cast)
        .toList();
  }

  /// The first line on it: what is the matter, with nothing that was not read. Not escaped yet.
  public String headline() {
    Optional<Episode> worst = nic.worst();
    if (worst.isPresent()) {
      return (isAnswered() ? "ANSWERED: " : "HUNG: ")
          + nic.logged().described()
          + ": "
          + EpisodeWords.stuck(worst.get());
    }
    if (standsStill()) {
      return "STUCK: " + nic.name() + ": the transmit ring stands still";
    }
    String first = diagnosed().stream().map(Verdict.Diagnosed::headline).findFirst().orElse("");
    return "FOUND: " + nic.name() + ": " + first;
  }

  /// All advice, in the order to be tried: each once.
  public List<Advice> advice() {
    return diagnosed().stream().flatMap(found -> found.advice().stream()).distinct().toList();
  }

  /// What to do at once, while it hangs: save, cure, prevent.
  public List<Advice> urgent() {
    if (!nic.isHungNow() && !standsStill()) {
      return List.of();
    }
    List<Advice> all = advice();
    long cures = all.stream().filter(Examined::isCure).count();
    return all.stream().limit(nic.isHungNow() ? cures + 1 : cures).toList();
  }

  /// `Save`, `Cure`, `Prevent`.
  public static String stage(Advice advice) {
    return switch (advice.step().value()) {
      case "save-evidence" -> "Save";
      default -> isCure(advice) ? "Cure" : "Prevent";
    };
  }

  private static boolean isCure(Advice advice) {
    return Remedies.isCure(advice.step());
  }

  /// What goes dark with it, where the host's topology was read.
  public Optional<Outage> outage(HostFacts facts) {
    return facts.topology().element(nic.name()).map(own -> Outage.of(facts.topology(), own.name()));
  }
}
