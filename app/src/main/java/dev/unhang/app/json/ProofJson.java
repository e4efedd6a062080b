package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.proof.Check;
import dev.unhang.model.proof.Proof;
import java.util.List;
import java.util.Optional;

/// `unhang.verify/1`, and checks in other documents.
public final class ProofJson {
  private ProofJson() {}

  /// @param why nothing was checked; empty where something was
  public static JsonText document(InterfaceName nic, Optional<Proof> proof, Optional<String> why) {
    return Json.document(json -> {
      json.string("schema", "unhang.verify/1")
          .string("interface", nic.value())
          .string("claim", proof.map(Proof::claim))
          .flag("holds", proof.map(Proof::holds).orElse(false))
          .string("why", why);
      checks(json, proof.map(Proof::checks).orElse(List.of()));
    });
  }

  /// What was looked at, and what was seen.
  public static void checks(Json json, List<Check> checks) {
    json.objects(
        "checks",
        checks,
        (each, check) ->
            each.string("subject", check.subject())
                .string("want", check.want())
                .string("have", check.have())
                .string("result", check.result().word())
                .string("note", check.note()));
  }
}
