package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.findings.Report;
import dev.unhang.findings.words.Moments;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Unused;
import dev.unhang.model.facts.Witnessed;
import dev.unhang.model.finding.Advice;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.finding.Verdict;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.LoggedNic;
import java.util.List;
import java.util.Optional;

/// `unhang.doctor/1`: the scan, and what every rule says.
public final class FindingsJson {
  /// The document's kind and version.
  public static final String SCHEMA = "unhang.doctor/1";

  private FindingsJson() {}

  /// The whole document.
  public static JsonText document(Report report) {
    return Json.document(json ->
        json.string("schema", SCHEMA)
            .string("host", report.facts().hostname())
            .object("verdict", inner -> verdict(inner, report.verdict()))
            .object("scan", new ScanJson(report.facts().logs())::fields)
            .objects("findings", report.findings(), FindingsJson::finding)
            .objects("witnessed", witnessed(report), FindingsJson::witnessed)
            .objects("unused", report.facts().unused(), FindingsJson::unused));
  }

  private static void unused(Json json, Unused unused) {
    json.string("origin", unused.place().origin().name());
    if (unused.place() instanceof Place.Line line) {
      json.number("line", line.number());
    }
    json.string("what", unused.what()).string("why", unused.why().word());
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
    json.string("kind", verdict.kind().word());
    nic(json, verdict.nic().orElse(LoggedNic.UNNAMED));
    json.string("text", verdict.text())
        .string("since", verdict.since().flatMap(Moments::of))
        .string("until", verdict.until().flatMap(Moments::of))
        .string("boot", verdict.boot().map(BootId::value))
        .number("times", verdict.times())
        .objects("also", verdict.also(), FindingsJson::also);
  }

  private static void also(Json json, Verdict.Also also) {
    json.string("kind", also.kind().word());
    nic(json, also.nic());
  }

  private static void nic(Json json, LoggedNic nic) {
    json.string("nic", nic.interfaceName())
        .string("pci", nic.pci().map(PciAddress::value))
        .string("driver", nic.driver());
  }

  private static void finding(Json json, Finding verdict) {
    json.string("id", verdict.rule().value()).string("nic", verdict.nic());
    switch (verdict) {
      case Finding.Diagnosed found ->
          json.string("verdict", "diagnosed")
              .string("headline", found.headline())
              .string("confidence", found.confidence().word())
              .flag("answered", found.answered());
      case Finding.RuledOut out ->
          json.string("verdict", "ruled-out")
              .string("headline", out.headline())
              .string("confidence", Optional.empty())
              .flag("answered", false);
      case Finding.Undecided open ->
          json.string("verdict", "undecided")
              .string("headline", open.headline())
              .string("confidence", Optional.empty())
              .flag("answered", false);
    }
    json.objects("because", because(verdict), FindingsJson::citation)
        .objects("against", against(verdict), FindingsJson::citation)
        .strings("missing", missing(verdict))
        .string(
            "hint",
            verdict instanceof Finding.Undecided open ? Optional.of(open.hint()) : Optional.empty())
        .objects("advice", advice(verdict), FindingsJson::advice);
  }

  private static List<Citation> because(Finding verdict) {
    return switch (verdict) {
      case Finding.Diagnosed found -> found.because();
      case Finding.RuledOut out -> out.because();
      case Finding.Undecided open -> List.of();
    };
  }

  private static List<Citation> against(Finding verdict) {
    return verdict instanceof Finding.Diagnosed found ? found.against() : List.of();
  }

  private static List<String> missing(Finding verdict) {
    return verdict instanceof Finding.Undecided open
        ? open.missing().stream().map(SourceId::value).sorted().toList()
        : List.of();
  }

  private static List<Advice> advice(Finding verdict) {
    return verdict instanceof Finding.Diagnosed found ? found.advice() : List.of();
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
