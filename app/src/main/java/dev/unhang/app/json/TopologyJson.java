package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.topology.Bonding;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Tie;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import java.util.List;
import java.util.Locale;

/// `unhang.topology/1`.
public final class TopologyJson {
  private TopologyJson() {}

  public static JsonText document(Topology topology) {
    List<Outage> outages =
        topology.elements().stream()
            .filter(element -> element.kind() == ElementKind.NIC)
            .map(element -> Outage.of(topology, element.name()))
            .toList();
    return Json.document(json ->
        json.string("schema", "unhang.topology/1")
            .objects("elements", topology.elements(), TopologyJson::element)
            .objects("ties", topology.ties(), TopologyJson::tie)
            .objects("uses", topology.uses(), TopologyJson::use)
            .objects("outages", outages, TopologyJson::outage)
            .objects("disagreements", topology.disagreements(), TopologyJson::trouble)
            .objects("unread", topology.unread(), TopologyJson::trouble));
  }

  private static void element(Json json, Element element) {
    json.string("name", element.name())
        .string("kind", word(element.kind()))
        .string("label", element.label())
        .string("basis", word(element.basis()));
    if (element.bonding().isEmpty()) {
      json.nothing("bonding");
    } else {
      json.object("bonding", fields -> bonding(fields, element.bonding().get()));
    }
  }

  private static void bonding(Json json, Bonding bonding) {
    json.string("mode", bonding.mode())
        .string("active", bonding.active())
        .flag("arpMonitored", bonding.arpMonitored());
  }

  private static void tie(Json json, Tie tie) {
    json.string("lower", tie.lower())
        .string("upper", tie.upper())
        .string("basis", word(tie.basis()));
  }

  private static void use(Json json, Use use) {
    json.string("element", use.element())
        .string("kind", word(use.kind()))
        .string("text", use.text());
  }

  private static void outage(Json json, Outage outage) {
    json.string("nic", outage.nic())
        .objects("effects", outage.effects(), TopologyJson::effect)
        .objects("uses", outage.uses(), TopologyJson::use);
  }

  private static void effect(Json json, Outage.Effect effect) {
    json.string("element", effect.element().name())
        .string("fate", word(effect.fate()))
        .string("why", effect.why());
  }

  private static void trouble(Json json, Trouble trouble) {
    json.string("place", trouble.place().toString()).string("what", trouble.what());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
