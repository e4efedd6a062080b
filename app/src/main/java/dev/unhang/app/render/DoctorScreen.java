package dev.unhang.app.render;

import dev.unhang.diagnose.Diagnosis;
import dev.unhang.diagnose.nic.NicCase;
import dev.unhang.diagnose.topology.Outage;
import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.Episode;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.LogFacts;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Report;
import dev.unhang.model.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One screen: the verdict first, then evidence, why, what speaks against, and one next command.
public final class DoctorScreen {
  private static final List<String> HANGING_DRIVERS = List.of("e1000e", "e1000", "igb", "igc");

  private final Report report;
  private final HostFacts facts;
  private final boolean all;
  private final List<String> lines = new ArrayList<>();

  /// @param all also what was ruled out
  public DoctorScreen(Report report, boolean all) {
    this.report = report;
    this.facts = report.facts();
    this.all = all;
  }

  /// A guest without a NIC that could hang by itself: the failure lives in its host.
  public static boolean isMereGuest(HostFacts facts) {
    return facts.guest().isPresent()
        && facts.episodes().isEmpty()
        && facts.nics().stream().noneMatch(DoctorScreen::canHang);
  }

  private static boolean canHang(NicFacts nic) {
    return nic.driver().known().map(info -> HANGING_DRIVERS.contains(info.driver())).orElse(false);
  }

  /// The screen, without a final newline.
  public String text() {
    List<NicCase> hung =
        Diagnosis.cases(facts).stream().filter(nic -> !nic.hangs().isEmpty()).toList();
    if (hung.isEmpty()) {
      healthy();
    }
    for (NicCase nic : hung) {
      nic(nic);
    }
    others(hung);
    witnessed();
    looked();
    return String.join("\n", lines).stripTrailing();
  }

  private void healthy() {
    if (isMereGuest(facts)) {
      lines.add(
          "This is a guest ("
              + Escape.terminal(facts.guest().orElseThrow())
              + "): this failure lives in the host's NIC; run unhang there");
      return;
    }
    lines.add("No hang " + Coverage.words(facts.logs()));
  }

  private void nic(NicCase nic) {
    Episode worst = nic.worst().orElseThrow();
    lines.add(
        (isAnswered(nic) ? "ANSWERED: " : "HUNG: ")
            + Escape.terminal(nic.logged().described())
            + ": "
            + EpisodeWords.stuck(worst));
    if (nic.isHungNow()) {
      lines.add("It is hung now. Save, cure, prevent, in this order:");
    }
    lines.add("");
    for (Verdict verdict : report.verdicts()) {
      if (verdict.nic().equals(nic.name())) {
        verdict(verdict);
      }
    }
    section("Ended", EpisodeWords.outcome(worst));
    if (nic.hangs().size() > 1) {
      section(
          "More", Words.counted(nic.hangs().size(), "hang", "hangs") + "; unhang scan lists them");
    }
    nic.now().ifPresent(this::dark);
    next(nic);
    lines.add("");
  }

  private void dark(NicFacts nic) {
    String name = "Dark with it";
    for (String line : OutageWords.lines(Outage.of(facts.topology(), nic.name().value()))) {
      section(name, line);
      name = "";
    }
  }

  private boolean isAnswered(NicCase nic) {
    return report.diagnosed().stream()
        .anyMatch(found -> found.nic().equals(nic.name()) && found.answered());
  }

  private void verdict(Verdict verdict) {
    switch (verdict) {
      case Verdict.Diagnosed found -> {
        section(found.confidence().word(), Escape.terminal(found.headline()));
        found.because().forEach(citation -> cite("", citation));
        found.against().forEach(citation -> cite("against: ", citation));
      }
      case Verdict.RuledOut out -> {
        if (all) {
          section("Ruled out", Escape.terminal(out.headline()));
          out.because().forEach(citation -> cite("", citation));
        }
      }
      case Verdict.Undecided open -> {
        section("Not known", Escape.terminal(open.headline()));
        lines.add(" ".repeat(14) + Escape.terminal(open.mend()));
      }
    }
  }

  private void cite(String before, Citation citation) {
    String indent = " ".repeat(14);
    lines.add(indent + before + Escape.terminal(citation.place() + ": " + citation.shows()));
    lines.add(indent + "  " + Escape.terminal(citation.text()));
  }

  private void section(String name, String text) {
    lines.add(String.format("%-13s %s", name, text));
  }

  private void next(NicCase nic) {
    List<Advice> advice =
        report.diagnosed().stream()
            .filter(found -> found.nic().equals(nic.name()))
            .flatMap(found -> found.advice().stream())
            .distinct()
            .toList();
    boolean now = nic.isHungNow();
    for (Advice each : now ? advice : advice.subList(0, Math.min(1, advice.size()))) {
      section(now ? stage(each) : "Next", Escape.terminal(each.command()));
      lines.add(" ".repeat(14) + each.why() + " (risk: " + each.risk() + ")");
    }
    if (advice.isEmpty()) {
      section(
          "Next",
          isAnswered(nic) ? "unhang verify " + nic.name() : "unhang features " + nic.name());
    }
    section("Undo", "nothing was changed; what unhang changes, unhang undo takes back");
  }

  private static String stage(Advice advice) {
    return switch (advice.step().value()) {
      case "save-evidence" -> "Save";
      case "restart-negotiation" -> "Cure";
      default -> "Prevent";
    };
  }

  /// Findings about NICs that have not hung.
  private void others(List<NicCase> hung) {
    for (Verdict verdict : report.verdicts()) {
      if (hung.stream().noneMatch(nic -> nic.name().equals(verdict.nic()))) {
        boolean shown = verdict instanceof Verdict.Diagnosed || all;
        if (shown) {
          section(Escape.terminal(verdict.nic()), "");
          verdict(verdict);
        }
      }
    }
  }

  private void witnessed() {
    String name = "Witness";
    for (String line : WitnessedWords.lines(facts)) {
      section(name, line);
      name = "";
    }
  }

  private void looked() {
    for (Change change : facts.changes()) {
      if (change.state() == Change.State.BEGUN) {
        section(
            "Half done",
            "change "
                + change.number()
                + " ("
                + Escape.terminal(change.title())
                + ") was interrupted; unhang undo "
                + change.number()
                + " takes back what it did");
      }
    }
    for (Reading<LogFacts> log : facts.logs()) {
      section("Looked at", looked(log));
    }
    for (NicFacts nic : facts.nics()) {
      section(
          "",
          nic.name()
              + nic.pci().map(pci -> " at " + pci).orElse("")
              + ": "
              + nic.driver()
                  .known()
                  .map(info -> "driver " + info.driver())
                  .orElse("driver not read"));
    }
    facts
        .guest()
        .ifPresent(kind -> section("", "this machine is itself a guest: " + Escape.terminal(kind)));
  }

  private static String looked(Reading<LogFacts> log) {
    Optional<LogFacts> facts = log.known();
    return facts.isPresent()
        ? Escape.terminal(facts.get().origin().name()) + ", " + Coverage.words(List.of(log))
        : Escape.terminal(log.whyNot().orElse("not read"));
  }
}
