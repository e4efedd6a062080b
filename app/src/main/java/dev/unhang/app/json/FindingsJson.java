package dev.unhang.app.json;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.facts.Witnessed;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Report;
import dev.unhang.model.finding.Verdict;
import dev.unhang.model.id.SourceId;
import java.util.List;
import java.util.Optional;

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
          json.string("verdict", "diagnosed")
              .string("headline", found.headline())
              .string("confidence", found.confidence().word())
              .flag("answered", found.answered());
      case Verdict.RuledOut out ->
          json.string("verdict", "ruled-out")
              .string("headline", out.headline())
              .string("confidence", Optional.empty())
              .flag("answered", false);
      case Verdict.Undecided open ->
          json.string("verdict", "undecided")
              .string("headline", open.headline())
              .string("confidence", Optional.empty())
              .flag("answered", false);
    }
    json.objects("because", because(verdict), FindingsJson::citation)
        .objects("against", against(verdict), FindingsJson::citation)
        .strings("missing", missing(verdict))
        .string(
            "mend",
            verdict instanceof Verdict.Undecided open ? Optional.of(open.mend()) : Optional.empty())
        .objects("advice", advice(verdict), FindingsJson::advice);
  }

  private static List<Citation> because(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Diagnosed found -> found.because();
      case Verdict.RuledOut out -> out.because();
      case Verdict.Undecided open -> List.of();
    };
  }

  private static List<Citation> against(Verdict verdict) {
    return verdict instanceof Verdict.Diagnosed found ? found.against() : List.of();
  }

  private static List<String> missing(Verdict verdict) {
    return verdict instanceof Verdict.Undecided open
        ? open.missing().stream().map(SourceId::value).sorted().toList()
        : List.of();
  }

  private static List<Advice> advice(Verdict verdict) {
    return verdict instanceof Verdict.Diagnosed found ? found.advice() : List.of();
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
        .string("risk", advice.risk())
        .flag("resetsLink", advice.resetsLink())
        .flag("persists", advice.persists())
        .string("keptBy", advice.keptBy())
        .string("seenBy", advice.seenBy());
  }
}
