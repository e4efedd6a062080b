package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.NicSurvey;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.net.SurveyedNic;
import java.util.List;
import java.util.function.BiConsumer;

/// `unhang.nics/1`. Every value stands in an object that says how its reading ended: `reading` is
/// `read`, `partly`, `not offered`, `denied`, `not read` or `unreadable`; where there is a value,
/// `origin` says from where and `value` holds it; where there is none, `why` says why.
public final class NicsJson {
  private NicsJson() {}

  public static JsonText document(NicSurvey survey) {
    return Json.document(json ->
        json.string("schema", "unhang.nics/1")
            .string("guest", survey.guest())
            .object(
                "machine",
                machine -> HardwareJson.machine(machine, survey.machine(), survey.machineOrigin()))
            .objects("nics", survey.nics(), NicsJson::nic)
            .objects("withoutInterface", survey.withoutInterface(), HardwareJson::idle));
  }

  private static void nic(Json json, SurveyedNic nic) {
    json.string("interface", nic.name().value());
    reading(json, "link", nic.link(), LinkJson::link);
    reading(json, "device", nic.device(), HardwareJson::device);
    list(json, "addresses", nic.addresses(), LinkJson::address);
    list(json, "users", nic.users(), LinkJson::user);
    reading(json, "driver", nic.driver(), NicsJson::driver);
    reading(json, "offloads", nic.offloads(), NicsJson::offloads);
    SettingsJson.settings(json, nic.settings());
    list(json, "txQueues", nic.counts().txQueues(), HardwareJson::queue);
    list(json, "statistics", nic.counts().statistics(), LinkJson::counter);
    reading(json, "registers", nic.counts().registers(), HardwareJson::registers);
  }

  private static void driver(Json json, DriverInfo driver) {
    json.string("driver", driver.driver())
        .string("version", driver.version())
        .string("firmware", driver.firmware())
        .string("busInfo", driver.busInfo());
  }

  private static void offloads(Json json, Offloads offloads) {
    json.objects("features", offloads.all(), (each, offload) -> feature(each, offload));
  }

  private static void feature(Json json, Offload offload) {
    json.string("name", offload.name())
        .flag("active", offload.active())
        .flag("requested", offload.wanted())
        .flag("fixed", !offload.changeable());
  }

  static <T> void reading(Json json, String name, Reading<T> reading, BiConsumer<Json, T> value) {
    json.object(
        name,
        outcome -> {
          ending(outcome, reading);
          reading
              .known()
              .ifPresent(known -> outcome.object("value", fields -> value.accept(fields, known)));
        });
  }

  static <T> void list(Json json, String name, Reading<List<T>> reading, BiConsumer<Json, T> each) {
    json.object(
        name,
        outcome -> {
          ending(outcome, reading);
          reading.known().ifPresent(known -> outcome.objects("value", known, each));
        });
  }

  private static void ending(Json json, Reading<?> reading) {
    switch (reading) {
      case Reading.Read<?> read ->
          json.string("reading", "read").string("origin", read.origin().name());
      case Reading.Partly<?> partly ->
          json.string("reading", "partly")
              .string("origin", partly.origin().name())
              .strings("troubles", partly.troubles().stream().map(Trouble::toString).toList());
      case Reading.Absent<?> absent ->
          json.string("reading", absent.why().word()).string("why", absent.hint());
      case Reading.Unreadable<?> broken ->
          json.string("reading", "unreadable").string("why", broken.trouble().toString());
    }
  }
}
