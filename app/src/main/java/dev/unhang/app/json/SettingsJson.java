package dev.unhang.app.json;

import dev.unhang.model.net.Eee;
import dev.unhang.model.net.LinkModes;
import dev.unhang.model.net.LinkPort;
import dev.unhang.model.net.NicSettings;
import dev.unhang.model.net.Rings;
import java.util.List;
import java.util.Optional;

/// A NIC's settings in `unhang.nics/1`. What the kernel left out is null.
final class SettingsJson {
  private SettingsJson() {}

  static void settings(Json json, NicSettings settings) {
    NicsJson.reading(
        json,
        "linkState",
        settings.detection(),
        (fields, link) ->
            fields.flag("detected", link.detected()).number("extendedState", link.extendedState()));
    NicsJson.reading(json, "port", settings.port(), SettingsJson::port);
    NicsJson.reading(json, "linkModes", settings.modes(), SettingsJson::modes);
    NicsJson.reading(json, "rings", settings.rings(), SettingsJson::rings);
    NicsJson.list(
        json,
        "coalescing",
        settings.coalescing(),
        (fields, each) -> fields.string("name", each.name()).number("value", each.value()));
    NicsJson.reading(
        json,
        "pause",
        settings.pause(),
        (fields, pause) ->
            fields
                .flag("autonegotiation", pause.autonegotiation())
                .flag("rx", pause.rx())
                .flag("tx", pause.tx()));
    NicsJson.reading(json, "eee", settings.eee(), SettingsJson::eee);
    NicsJson.reading(
        json,
        "wakeOnLan",
        settings.wakeOnLan(),
        (fields, wake) ->
            fields.strings("supported", wake.supported()).strings("enabled", wake.enabled()));
    NicsJson.list(
        json,
        "privateFlags",
        settings.privateFlags(),
        (fields, each) -> fields.string("name", each.name()).flag("on", each.on()));
  }

  private static void port(Json json, LinkPort port) {
    json.string("connector", port.connector()).number("phyAddress", port.phyAddress());
    flag(json, "crossed", port.crossed());
    json.string("crossing", port.crossing()).string("transceiver", port.transceiver());
  }

  private static void modes(Json json, LinkModes modes) {
    flag(json, "autonegotiation", modes.autonegotiation());
    json.strings("supported", modes.supported());
    strings(json, "advertised", modes.advertised());
    strings(json, "partner", modes.partner());
    json.number("speedMegabits", modes.speedMegabits()).string("duplex", modes.duplex());
  }

  private static void rings(Json json, Rings rings) {
    json.number("rx", rings.rx())
        .number("rxMax", rings.rxMax())
        .number("tx", rings.tx())
        .number("txMax", rings.txMax());
  }

  private static void eee(Json json, Eee eee) {
    json.flag("enabled", eee.enabled()).flag("active", eee.active());
    flag(json, "txLpiEnabled", eee.txLpiEnabled());
    json.number("txLpiTimerMicros", eee.txLpiTimerMicros())
        .strings("supported", eee.supported())
        .strings("advertised", eee.advertised());
    strings(json, "partner", eee.partner());
  }

  private static void flag(Json json, String name, Optional<Boolean> value) {
    value.ifPresentOrElse(on -> json.flag(name, on), () -> json.nothing(name));
  }

  private static void strings(Json json, String name, Optional<List<String>> value) {
    value.ifPresentOrElse(all -> json.strings(name, all), () -> json.nothing(name));
  }
}
