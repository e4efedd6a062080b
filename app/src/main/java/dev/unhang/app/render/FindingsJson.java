package dev.unhang.app.render;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.facts.Witnessed;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Report;
import dev.unhang.model.finding.Verdict;
import dev.unhang.model.name.SourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `unhang.doctor/1`: the scan, and what every rule says.
public final class FindingsJson {
  /// The document's kind and version.
  public static final String SCHEMA = "unhang.doctor/1";

  private FindingsJson() {}

  /// The whole document.
  public static String document(Report report) {
    return Json.document(json ->
        json.string("schema", SCHEMA)
            .string("host", report.facts().hostname())
            .object("scan", new ScanJson(report.facts().logs())::fields)
            .objects("findings", report.verdicts(), FindingsJson::verdict)
            .objects("witnessed", witnessed(report), FindingsJson::witnessed));
  }

  private static List<Witnessed> witnessed(Report report) {
    return report.facts().witnesses().stream().flatMap(log -> log.dark().stream()).toList();
  }

  private static void witnessed(Json json, Witnessed seen) {
    json.strings("targets", seen.targets())
        .strings("hosts", seen.hosts())
        .string("lastAnswer", seen.lastAnswer().toString())
        .string("since", seen.since().toString())
        .string("until", seen.until().map(Object::toString))
        .string("part", seen.part())
        .string("place", seen.place().toString());
  }

  private static void verdict(Json json, Verdict verdict) {
    json.string("id", verdict.rule().value()).string("nic", verdict.nic());
    switch (verdict) {
      case Verdict.Diagnosed found ->
          rest(
              json,
              "diagnosed",
              found.headline(),
              Optional.of(found.confidence().word()),
              found.because(),
              found.against(),
              Set.of(),
              found.advice());
      case Verdict.RuledOut out ->
          rest(
              json,
              "ruled-out",
              out.headline(),
              Optional.empty(),
              out.because(),
              List.of(),
              Set.of(),
              List.of());
      case Verdict.Undecided open ->
          rest(
              json,
              "undecided",
              open.headline(),
              Optional.empty(),
              List.of(),
              List.of(),
              open.missing(),
              List.of());
    }
  }

  private static void rest(
      Json json,
      String verdict,
      String headline,
      Optional<String> confidence,
      List<Citation> because,
      List<Citation> against,
      Set<SourceId> missing,
      List<Advice> advice) {
    json.string("verdict", verdict)
        .string("headline", headline)
        .string("confidence", confidence)
        .objects("because", because, FindingsJson::citation)
        .objects("against", against, FindingsJson::citation)
        .strings("missing", missing.stream().map(SourceId::value).sorted().toList())
        .objects("advice", advice, FindingsJson::advice);
  }

  private static void citation(Json json, Citation citation) {
    json.string("origin", citation.place().origin().name());
    switch (citation.place()) {
      case Place.Line line -> json.number("line", line.number());
      case Place.Cursor cursor -> json.string("cursor", cursor.cursor());
      case Place.Whole whole -> {}
    }
    json.string("text", citation.text()).string("shows", citation.shows());
  }

  private static void advice(Json json, Advice advice) {
    json.string("step", advice.step().value())
        .string("command", advice.command())
        .string("why", advice.why())
        .flag("persists", advice.persists())
        .string("risk", advice.risk());
  }
}
