package dev.unhang.app.page;

import dev.unhang.app.console.Version;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What doctor says, as one page of HTML that needs nothing else: no script, no font, no picture
/// from elsewhere. It follows the reader's choice of light or dark.
public final class DoctorPage {
  private final Report report;
  private final HostFacts facts;
  private final Instant made;
  private final StringBuilder html = new StringBuilder();

  /// @param made when it was examined
  public DoctorPage(Report report, Instant made) {
    this.report = report;
    this.made = made;
    this.facts = report.facts();
  }

  /// The page, whole.
  public String text() {
    String host = facts.hostname().orElse("a host that the evidence doesn't name");
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>unhang: ")
        .append(Markup.escape(host))
        .append("</title>\n<style>\n")
        .append(PageStyle.TEXT)
        .append("</style></head><body>\n<header class=\"")
        .append(report.verdict().kind().word())
        .append("\">\n");
    element("h1", report.verdict().text());
    element("p", about(host));
    html.append("</header>\n");
    report.nics().stream().filter(nic -> !nic.findings().isEmpty()).forEach(this::nic);
    timeline();
    topology();
    looked();
    legend();
    return html.append("</body></html>\n").toString();
  }

  /// Of what host, which boot, when it was made and by which version.
  private String about(String host) {
    return host
        + facts.boot().map(boot -> ", boot " + boot).orElse("")
        + ". Examined "
        + made.truncatedTo(ChronoUnit.SECONDS)
        + " by unhang "
        + Version.own().number()
        + ". Nothing was changed.";
  }

  private void nic(Examined nic) {
    String title = nic.verdict().map(NicVerdict::text).orElse(nic.nic().name());
    boolean isVerdict = title.equals(report.verdict().text());
    element("h2", isVerdict ? "What to do now" : title);
    nic.urgent().forEach(advice -> advice(Examined.stage(advice) + " now", advice));
    List<Advice> rest = nic.advice().stream().skip(nic.urgent().size()).toList();
    rest.stream().limit(1).forEach(advice -> advice("Next", advice));
    if (isVerdict) {
      element("h2", "Why");
    }
    nic.findings().stream()
        .filter(each -> !(each instanceof Finding.RuledOut))
        .sorted(Comparator.comparingInt(DoctorPage::place))
        .forEach(this::verdict);
    nic.nic().worst().ifPresent(worst -> element("p", "It ended: " + EpisodeWords.outcome(worst)));
    nic.outage(facts)
        .map(OutageWords::lines)
        .ifPresent(lines -> lines.forEach(line -> element("p", line)));
    BeforeAfter.of(nic.nic()).forEach(this::beforeAfter);
    folded(
        "If it comes again: more to try, one at a time",
        rest.stream().skip(1).toList(),
        advice -> advice("Then", advice));
    folded(
        "What was ruled out",
        nic.findings().stream().filter(Finding.RuledOut.class::isInstance).toList(),
        this::verdict);
  }

  /// What most readers don't need is there, behind a line that opens it.
  private <T> void folded(String summary, List<T> parts, Consumer<T> part) {
    if (!parts.isEmpty()) {
      html.append("<details><summary>")
          .append(Markup.escape(summary + " (" + parts.size() + ")"))
          .append("</summary>\n");
      parts.forEach(part);
      html.append("</details>\n");
    }
  }

  /// What was found comes first.
  private static int place(Finding verdict) {
    return verdict instanceof Finding.Diagnosed ? 0 : 1;
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
    html.append("<pre class=\"quoted\">").append(Markup.escape(citation.text())).append("</pre>\n");
  }

  private void advice(String stage, Advice advice) {
    card("advice", stage, "");
    html.append("<pre class=\"command\" title=\"one click marks it\">")
        .append(Markup.escape(advice.command()))
        .append("</pre>\n");
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
      html.append("<div class=\"drawing\">").append(drawing.get()).append("</div>\n");
    }
  }

  private void topology() {
    if (!facts.topology().elements().isEmpty()) {
      element("h2", "Who sits on whom");
      html.append("<div class=\"drawing\">")
          .append(TopologySvg.of(facts.topology(), facts.hostname().orElse("this host")))
          .append("</div>\n");
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

  private void legend() {
    element("h2", "How to read this");
    html.append("<ul class=\"legend\">");
    element("li", "certain: what is quoted below it says so itself");
    element("li", "likely, possible: what is quoted speaks for it, and something else may be");
    element("li", "not known: what would decide was not read; how to get it is said there");
    element("li", "ruled out: what is quoted shows that it is not so");
    element("li", "against: speaks against the finding above it");
    element("li", "a command in a frame: one click marks all of it, to be copied");
    html.append("</ul>\n");
  }

  private void element(String tag, String text) {
    html.append('<').append(tag).append('>').append(Markup.escape(text));
    html.append("</").append(tag).append(">\n");
  }
}
