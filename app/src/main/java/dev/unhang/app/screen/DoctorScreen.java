package dev.unhang.app.screen;

import dev.unhang.app.docs.Page;
import dev.unhang.app.text.AdviceWords;
import dev.unhang.app.text.EpisodeWords;
import dev.unhang.app.text.Ink;
import dev.unhang.app.text.Line;
import dev.unhang.app.text.Lines;
import dev.unhang.findings.Examined;
import dev.unhang.findings.Report;
import dev.unhang.findings.nic.Acknowledged;
import dev.unhang.findings.verdict.NicVerdict;
import dev.unhang.findings.words.Coverage;
import dev.unhang.findings.words.Words;
import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.finding.Verdict;
import dev.unhang.model.id.ShellWord;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One screen: the verdict first, then evidence, why, what speaks against, one next command, and
/// how to undo it.
public final class DoctorScreen {
  private static final String REMOVED = "card-was-removed";

  private final Report report;
  private final HostFacts facts;
  private final boolean all;
  private final String asked;
  private final Lines lines = new Lines();

  /// @param all also what was ruled out, and every piece of advice
  /// @param asked what was looked at, as it has to be typed again, beginning with a blank; may be
  ///   empty
  public DoctorScreen(Report report, boolean all, String asked) {
    this.report = report;
    this.facts = report.facts();
    this.all = all;
    this.asked = asked;
  }

  /// The screen.
  ///
  /// @param ink of its first line
  public Lines lines(Ink ink) {
    lines.add(Line.plain(report.verdict().text()).in(ink));
    lines.gap();
    boolean first = true;
    for (Examined nic : report.nics()) {
      if (isShown(nic)) {
        nic(nic, first);
        first = false;
      }
    }
    withoutALog();
    witnessed();
    looked();
    return lines;
  }

  /// Where no log was there to read, what would help is one.
  private void withoutALog() {
    boolean read =
        facts.logs().stream()
            .flatMap(log -> log.known().stream())
            .anyMatch(log -> !log.covers().isEmpty());
    if (report.verdict().kind() == Verdict.Kind.UNKNOWN && !read && facts.guest().isEmpty()) {
      lines.command("Next", "journalctl --dmesg --boot all > kernel.log");
      lines.more(
          "on that host, as root: its kernel log is what tells of hangs; then give that file to"
              + " unhang doctor, together with what was given now");
      lines.gap();
    }
  }

  /// What can't be decided is shown where nothing else is: it is all there is.
  private boolean isShown(Examined nic) {
    boolean unknown = report.verdict().kind() == Verdict.Kind.UNKNOWN;
    return nic.verdict().isPresent()
        || !nic.diagnosed().isEmpty()
        || (all || unknown) && !nic.findings().isEmpty();
  }

  /// @param first whether the screen's first line is right above it
  private void nic(Examined nic, boolean first) {
    String title = nic.verdict().map(NicVerdict::text).orElse(nic.nic().name());
    if (!first || !title.equals(report.verdict().text())) {
      lines.plain(title);
    }
    List<Advice> urgent = nic.urgent();
    if (!urgent.isEmpty()) {
      registers(nic);
      lines.plain("It is hung now. Save, cure, prevent, in this order:");
      urgent.forEach(advice -> advice(Examined.stage(advice), advice));
    }
    if (!nic.diagnosed().isEmpty()) {
      next(nic, urgent.size());
    }
    if (urgent.isEmpty()) {
      registers(nic);
    } else {
      lines.gap();
    }
    nic.findings().forEach(this::finding);
    nic.nic().worst().ifPresent(worst -> lines.section("Ended", EpisodeWords.outcome(worst)));
    int hangs = nic.nic().hangs().size();
    if (hangs > 1) {
      lines.section("More", Words.counted(hangs, "hang", "hangs") + "; unhang scan lists them");
    }
    if (nic.hung() || nic.standsStill()) {
      dark(nic);
    }
    if (!nic.diagnosed().isEmpty()) {
      pages(nic);
    }
    lines.gap();
  }

  /// As the kernel printed them: they are what a maintainer asks for first.
  private void registers(Examined nic) {
    nic.nic()
        .worst()
        .map(Episode::dump)
        .filter(dump -> !dump.isHeaderOnly())
        .ifPresent(dump -> lines.section("Registers", registers(dump.asPrinted())));
  }

  private void finding(Finding finding) {
    switch (finding) {
      case Finding.Diagnosed found -> {
        lines.section(found.confidence().word(), found.headline());
        found.because().forEach(citation -> cite("", citation));
        why(found);
        found.against().forEach(citation -> cite("against: ", citation));
      }
      case Finding.RuledOut out -> {
        if (all) {
          lines.section("Ruled out", Page.ruledOut(out));
          out.because().forEach(citation -> cite("", citation));
        }
      }
      case Finding.Undecided open -> {
        lines.section("Not known", open.headline());
        lines.more(open.hint());
      }
    }
  }

  private void why(Finding.Diagnosed found) {
    if (all) {
      Page.of(found.rule())
          .map(page -> page.section("Why it happens"))
          .ifPresent(why -> why.lines().limit(1).forEach(line -> lines.more("why: " + line)));
    }
  }

  private void cite(String before, Citation citation) {
    lines.place(before + citation.place() + ": " + citation.shows());
    lines.cited(citation.text());
  }

  private void dark(Examined nic) {
    String name = "Cut off";
    for (String line : nic.outage(facts).map(OutageWords::lines).orElse(List.of())) {
      lines.section(name, line);
      name = "";
    }
  }

  /// One command; with all, the whole ladder, of which one is tried at a time.
  ///
  /// @param given how many were given already, at the top
  private void next(Examined nic, int given) {
    List<Advice> rest = nic.advice().stream().skip(given).toList();
    if (given == 0 && !rest.isEmpty()) {
      advice("Next", rest.getFirst());
      rest = rest.subList(1, rest.size());
    } else if (given == 0) {
      lines.command("Next", look(nic));
    }
    if (all) {
      rest.forEach(advice -> advice("Then", advice));
    } else if (!rest.isEmpty()) {
      lines.more(
          "If it comes again: "
              + Words.counted(rest.size(), "more thing", "more things")
              + " to try, one at a time: unhang doctor --all"
              + asked);
    }
  }

  private static String registers(Map<String, String> printed) {
    return printed.entrySet().stream()
        .map(each -> each.getKey() + " <" + each.getValue() + ">")
        .collect(Collectors.joining(", "));
  }

  private void pages(Examined nic) {
    lines.section(
        "Explain",
        nic.diagnosed().stream()
            .map(found -> "unhang explain " + found.rule().value())
            .findFirst()
            .orElse("unhang rules"));
    lines.section("Undo", "nothing was changed; unhang undo reverts what unhang changes");
  }

  /// A NIC that was taken away, and one that nothing names, can't be asked by name.
  private static String look(Examined nic) {
    boolean removed =
        nic.verdict().isEmpty()
            && nic.diagnosed().stream().anyMatch(found -> found.rule().value().equals(REMOVED));
    if (removed || nic.nic().interfaceName().isEmpty()) {
      return "unhang nics";
    }
    String name = ShellWord.operand(nic.nic().name());
    return nic.isAnswered() ? "unhang verify " + name : "unhang features " + name;
  }

  private void advice(String stage, Advice advice) {
    lines.command(stage, advice.command());
    lines.more(advice.why());
    AdviceWords.lines(advice).forEach(lines::more);
  }

  private void witnessed() {
    String name = "Witness";
    for (String line : WitnessedWords.lines(facts)) {
      lines.section(name, line);
      name = "";
    }
  }

  private void looked() {
    List<Episode> dealtWith = Acknowledged.of(facts);
    if (!dealtWith.isEmpty()) {
      lines.section(
          "Dealt with",
          Words.counted(dealtWith.size(), "hang", "hangs")
              + ", by unhang ack; unhang scan lists them, unhang history says when");
    }
    for (Change change : facts.changes()) {
      UnsettledWords.of(change, facts.boot()).ifPresent(words -> lines.section("Half done", words));
    }
    for (Reading<LogFacts> log : facts.logs()) {
      lines.section("Looked at", looked(log));
    }
    String title = facts.logs().isEmpty() ? "Looked at" : "";
    for (NicFacts nic : facts.nics()) {
      lines.section(
          title,
          nic.name()
              + nic.pci().map(pci -> " at " + pci).orElse("")
              + ": "
              + nic.driverName().map(name -> "driver " + name).orElse("driver not read"));
      title = "";
    }
    facts.guest().ifPresent(kind -> lines.more("this machine is itself a guest: " + kind));
    String unused = "Not used";
    for (String line : UnusedWords.lines(facts, all)) {
      lines.section(unused, line);
      unused = "";
    }
  }

  public static String looked(Reading<LogFacts> log) {
    Optional<LogFacts> facts = log.known();
    return facts.isPresent()
        ? facts.get().origin().name() + ", " + Coverage.words(List.of(log))
        : log.whyNot().orElse("not read");
  }
}
