package dev.unhang.app.page;

import dev.unhang.app.docs.Page;
import dev.unhang.app.screen.BeforeAfter;
import dev.unhang.app.screen.DoctorScreen;
import dev.unhang.app.screen.OutageWords;
import dev.unhang.app.screen.UnusedWords;
import dev.unhang.app.text.AdviceWords;
import dev.unhang.app.text.EpisodeWords;
import dev.unhang.findings.Examined;
import dev.unhang.findings.Report;
import dev.unhang.findings.verdict.NicVerdict;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.log.LogFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What doctor says, as one page of HTML that needs nothing else: no script, no font, no picture
/// from elsewhere. It follows the reader's choice of light or dark.
public final class DoctorPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1b1f24; --page: #ffffff; --soft: #f2f4f7;
        --line: #d0d7de; --red: #c62828; --green: #1a7f37; --blue: #1d4f91; --grey: #57606a; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --page: #0d1117;
        --soft: #161b22; --line: #30363d; --red: #ff7b72; --green: #56d364; --blue: #79b8ff;
        --grey: #8b949e; } }
      body { font: 15px/1.5 "DejaVu Sans", Verdana, sans-serif; color: var(--ink);
        background: var(--page); max-width: 1000px; margin: 2em auto; padding: 0 1em; }
      h1 { font-size: 1.3em; } h2 { font-size: 1.1em; margin-top: 2em; }
      pre, code { font-family: "DejaVu Sans Mono", monospace; font-size: 13px; }
      pre { background: var(--soft); padding: .5em .8em; overflow-x: auto; margin: .3em 0; }
      .card { border-left: 4px solid var(--line); padding: .2em 1em; margin: 1em 0; }
      .certain { border-color: var(--red); } .likely { border-color: var(--blue); }
      .answered { border-color: var(--green); }
      .word { color: var(--grey); } .place { color: var(--grey); font-size: 13px; }
      table { border-collapse: collapse; } td, th { border: 1px solid var(--line);
        padding: .25em .7em; text-align: left; }
      svg { width: 100%; height: auto; }
      svg.timeline text { fill: currentColor; font-size: 13px; }
      svg.timeline rect { stroke: none; }
      svg.timeline .boot { fill: var(--line); } svg.timeline .hang { fill: var(--red); }
      """;

  private final Report report;
  private final HostFacts facts;
  private final StringBuilder html = new StringBuilder();

  public DoctorPage(Report report) {
    this.report = report;
    this.facts = report.facts();
  }

  /// The page, whole.
  public String text() {
    String host = facts.hostname().orElse("a host that the evidence doesn't name");
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>unhang: ")
        .append(Markup.escape(host))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style></head><body>\n");
    element("h1", "unhang doctor: " + host);
    element("p", report.verdict().text());
    report.nics().stream().filter(nic -> !nic.findings().isEmpty()).forEach(this::nic);
    timeline();
    topology();
    looked();
    return html.append("</body></html>").toString();
  }

  private void nic(Examined nic) {
    element("h2", nic.verdict().map(NicVerdict::text).orElse(nic.nic().name()));
    nic.urgent().forEach(advice -> advice(Examined.stage(advice) + " now", advice));
    nic.findings().stream()
        .sorted(Comparator.comparingInt(DoctorPage::place))
        .forEach(this::verdict);
    nic.nic().worst().ifPresent(worst -> element("p", "It ended: " + EpisodeWords.outcome(worst)));
    nic.outage(facts)
        .map(OutageWords::lines)
        .ifPresent(lines -> lines.forEach(line -> element("p", line)));
    BeforeAfter.of(nic.nic()).forEach(this::beforeAfter);
    List<Advice> rest = nic.advice().stream().skip(nic.urgent().size()).toList();
    for (int i = 0; i < rest.size(); i++) {
      advice(i == 0 ? "Next" : "If it comes again", rest.get(i));
    }
  }

  /// What was found comes first, what was ruled out last.
  private static int place(Finding verdict) {
    return switch (verdict) {
      case Finding.Diagnosed found -> 0;
      case Finding.Undecided open -> 1;
      case Finding.RuledOut out -> 2;
    };
  }

  private void verdict(Finding verdict) {
    switch (verdict) {
      case Finding.Diagnosed found -> {
        String word = found.confidence().word();
        card(found.answered() ? "answered" : word, word, found.headline());
        found.because().forEach(citation -> cite("", citation));
        found.against().forEach(citation -> cite("against: ", citation));
        Page.of(found.rule())
            .map(page -> page.section("Why it happens"))
            .flatMap(why -> why.lines().findFirst())
            .ifPresent(why -> element("p", why));
      }
      case Finding.RuledOut out -> {
        card("out", "ruled out", Page.ruledOut(out));
        out.because().forEach(citation -> cite("", citation));
      }
      case Finding.Undecided open -> {
        card("open", "not known", open.headline());
        element("p", open.hint());
      }
    }
    html.append("</div>\n");
  }

  /// Opens the card; who asked for it closes it.
  private void card(String style, String word, String headline) {
    html.append("<div class=\"card ")
        .append(style)
        .append("\"><p><span class=\"word\">")
        .append(word)
        .append("</span> <strong>")
        .append(Markup.escape(headline))
        .append("</strong></p>\n");
  }

  private void cite(String before, Citation citation) {
    html.append("<p class=\"place\">")
        .append(Markup.escape(before + citation.place() + ": " + citation.shows()))
        .append("</p>");
    element("pre", citation.text());
  }

  private void advice(String stage, Advice advice) {
    card("advice", stage, "");
    element("pre", advice.command());
    element("p", advice.why());
    AdviceWords.lines(advice).forEach(line -> element("p", line));
    html.append("</div>\n");
  }

  private void beforeAfter(BeforeAfter change) {
    element("h2", "Change " + change.change().number() + ": " + change.change().title());
    html.append("<table><tr><th>what</th><th>before ")
        .append(Markup.escape(change.change().begun().toString()))
        .append("</th><th>since</th></tr>\n");
    for (List<String> row : change.rows()) {
      html.append("<tr>");
      row.forEach(cell -> element("td", cell));
      html.append("</tr>\n");
    }
    html.append("</table>\n");
  }

  private void timeline() {
    List<LogFacts> logs = facts.logs().stream().flatMap(log -> log.known().stream()).toList();
    Optional<String> drawing = HangTimelineSvg.of(logs);
    if (drawing.isPresent()) {
      element("h2", "When");
      html.append(drawing.get());
    }
  }

  private void topology() {
    if (!facts.topology().elements().isEmpty()) {
      element("h2", "Who sits on whom");
      html.append(TopologySvg.of(facts.topology(), facts.hostname().orElse("this host")));
    }
  }

  private void looked() {
    element("h2", "Looked at");
    html.append("<ul>");
    for (Reading<LogFacts> log : facts.logs()) {
      element("li", DoctorScreen.looked(log));
    }
    html.append("</ul>\n");
    List<String> unused = UnusedWords.lines(facts, true);
    if (!unused.isEmpty()) {
      element("h2", "Not used");
      html.append("<ul>");
      unused.forEach(line -> element("li", line));
      html.append("</ul>\n");
    }
  }

  private void element(String tag, String text) {
    html.append('<').append(tag).append('>').append(Markup.escape(text));
    html.append("</").append(tag).append(">\n");
  }
}
