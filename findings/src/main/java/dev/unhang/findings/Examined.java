package dev.unhang.findings;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.findings.remedy.Remedies;
import dev.unhang.findings.verdict.NicVerdict;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.topology.Outage;
import java.util.List;
import java.util.Optional;

/// What is said of one NIC, before it is put on a screen or a page.
///
/// @param findings in the rules' order
/// @param verdict what that comes to; empty where nothing is the matter with it
public record Examined(NicCase nic, List<Finding> findings, Optional<NicVerdict> verdict) {
  private static final String STANDS_STILL = "ring-stands-still";

  public Examined {
    findings = List.copyOf(findings);
  }

  /// The same with more words behind the commands of its advice.
  Examined typedWith(String words) {
    List<Finding> typed = findings.stream().map(finding -> typedWith(finding, words)).toList();
    return new Examined(nic, typed, verdict);
  }

  private static Finding typedWith(Finding finding, String words) {
    return finding instanceof Finding.Diagnosed found
        ? found.advised(found.advice().stream().map(advice -> advice.typedWith(words)).toList())
        : finding;
  }

  /// Whether it ever hung, as far as was read.
  public boolean hung() {
    return !nic.hangs().isEmpty();
  }

  /// Whether it stands still at this moment without a word in any log.
  public boolean standsStill() {
    return diagnosed().stream().anyMatch(found -> found.rule().value().equals(STANDS_STILL));
  }

  /// A setting now in force and kept answers its hangs.
  public boolean isAnswered() {
    return diagnosed().stream().anyMatch(Finding.Diagnosed::answered);
  }

  public List<Finding.Diagnosed> diagnosed() {
    return findings.stream()
        .filter(Finding.Diagnosed.class::isInstance)
        .map(Finding.Diagnosed.class::cast)
        .toList();
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
