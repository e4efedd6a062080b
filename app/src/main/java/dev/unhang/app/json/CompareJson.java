package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.findings.compare.Comparison;
import dev.unhang.findings.compare.Difference;
import dev.unhang.model.facts.ComparedHost;
import dev.unhang.model.facts.Trait;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `unhang.compare/1`.
public final class CompareJson {
  private CompareJson() {}

  public static JsonText document(Comparison comparison) {
    return Json.document(json ->
        json.string("schema", "unhang.compare/1")
            .objects("hosts", comparison.hosts(), CompareJson::host)
            .objects("separating", comparison.separating(), CompareJson::difference)
            .objects(
                "shared",
                List.copyOf(comparison.shared().entrySet()),
                (each, entry) ->
                    each.string("trait", entry.getKey().word()).string("why", entry.getValue()))
            .objects(
                "nearest",
                comparison.nearest().stream().toList(),
                (each, pair) ->
                    each.string("failing", pair.failing().name())
                        .string("healthy", pair.healthy().name())
                        .strings(
                            "differing", pair.differing().stream().map(Trait::word).toList())));
  }

  private static void host(Json json, ComparedHost host) {
    json.string("name", host.name())
        .string("interface", host.nic())
        .string("state", word(host.state()))
        .string("basis", host.basis())
        .object(
            "traits",
            traits -> {
              for (Trait trait : Trait.values()) {
                traits.string(trait.word(), host.trait(trait));
              }
            });
  }

  private static void difference(Json json, Difference difference) {
    json.string("trait", difference.trait().word())
        .string("failing", difference.failing())
        .strings("healthy", difference.healthy())
        .number("pairs", difference.pairs())
        .number("weight", Optional.of(BigDecimal.valueOf(difference.weight())))
        .string("change", word(difference.trait().change()))
        .strings("against", difference.against());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
