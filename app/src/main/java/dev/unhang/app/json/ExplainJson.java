package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.findings.decode.DecodedField;
import dev.unhang.findings.decode.DumpDecoder;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import java.util.List;
import java.util.Optional;

/// `unhang.explain/1`: a word, or hang reports field by field.
public final class ExplainJson {
  private ExplainJson() {}

  /// @param text in plain words
  public static JsonText word(String word, String text) {
    return document(Optional.of(word), Optional.of(text), List.of());
  }

  /// The hang reports of logs.
  public static JsonText reports(List<Reading<LogFacts>> logs) {
    return document(
        Optional.empty(),
        Optional.empty(),
        logs.stream()
            .flatMap(log -> log.known().map(LogFacts::episodes).orElse(List.of()).stream())
            .toList());
  }

  private static JsonText document(
      Optional<String> word, Optional<String> text, List<Episode> episodes) {
    return Json.document(json ->
        json.string("schema", "unhang.explain/1")
            .string("word", word)
            .string("text", text)
            .objects("reports", episodes, ExplainJson::episode));
  }

  private static void episode(Json json, Episode episode) {
    DumpDecoder decoder = new DumpDecoder(episode);
    json.string("interface", episode.nic().interfaceName())
        .string("place", episode.firstPlace().toString())
        .number("dumps", episode.dumps())
        .objects("fields", decoder.fields(), ExplainJson::field)
        .strings("together", decoder.together());
  }

  private static void field(Json json, DecodedField field) {
    json.string("field", field.label())
        .string("value", field.printed())
        .string("meaning", field.words());
  }
}
