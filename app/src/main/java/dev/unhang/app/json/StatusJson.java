package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.StepId;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Condition;
import dev.unhang.watch.machine.Moment;
import dev.unhang.watch.machine.NicStanding;
import dev.unhang.watch.sense.Traffic;
import dev.unhang.watch.sense.WatchedNic;
import dev.unhang.watch.standing.Counts;
import dev.unhang.watch.standing.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// `unhang.status/1`: how things stand, as the watch publishes it and `unhang status` reads it.
public final class StatusJson {
  private static final String SCHEMA = "unhang.status/1";

  private StatusJson() {}

  public static JsonText document(Standing standing) {
    return Json.document(json ->
        moment(
                moment(json.string("schema", SCHEMA), "started", standing.started()),
                "at",
                standing.at())
            .string("hold", standing.held())
            .number("distrustedLines", standing.distrusted())
            .number("passedOverLines", standing.passedOver())
            .number("lostRecords", standing.troubles())
            .objects("nics", standing.nics(), (each, nic) -> nic(each, nic, standing.of(nic))));
  }

  private static Json moment(Json json, String name, Moment moment) {
    return json.string(name, moment.wall().toString())
        .number(name + "UptimeMilliseconds", moment.monotonic().toMillis());
  }

  private static void nic(Json json, NicStanding nic, Counts counts) {
    json.string("nic", nic.nic().name().value())
        .string("pci", nic.nic().pci().map(PciAddress::value))
        .string("driver", nic.nic().driver())
        .flag("carriesCluster", nic.nic().carriesCluster())
        .string("condition", nic.condition().name())
        .number("sentBytes", nic.traffic().map(Traffic::sent))
        .number("receivedBytes", nic.traffic().flatMap(Traffic::received))
        .number("inFlightBytes", nic.traffic().map(Traffic::inFlight))
        .number("hangs", counts.hangs())
        .number("outageMilliseconds", counts.outage().toMillis())
        .objects("cured", counts.cured().entrySet(), StatusJson::step)
        .objects("failed", counts.failed().entrySet(), StatusJson::step);
    if (nic.last().isPresent()) {
      Account last = nic.last().get();
      json.object("last", of -> AlertJson.kept(of, last));
    } else {
      json.nothing("last");
    }
  }

  private static void step(Json json, Map.Entry<StepId, Long> step) {
    json.string("step", step.getKey().value()).number("times", step.getValue());
  }

  /// Throws IllegalArgumentException or DateTimeException where it is no such document.
  public static Standing read(String text) {
    JsonDocument json = JsonDocument.read(text);
    if (!json.text("schema").equals(SCHEMA)) {
      throw new IllegalArgumentException("another schema");
    }
    Map<String, Counts> counts = new HashMap<>();
    return new Standing(
        moment(json, "started"),
        moment(json, "at"),
        json.optional("hold"),
        json.objects("nics").stream()
            .map(each -> {
              NicStanding nic = nic(each);
              if (!counts(each).equals(Counts.NONE)) {
                counts.put(nic.nic().key(), counts(each));
              }
              return nic;
            })
            .toList(),
        counts,
        json.number("distrustedLines"),
        json.number("passedOverLines"),
        json.number("lostRecords"));
  }

  private static Moment moment(JsonDocument json, String name) {
    return new Moment(
        Duration.ofMillis(json.number(name + "UptimeMilliseconds")),
        Instant.parse(json.text(name)));
  }

  private static NicStanding nic(JsonDocument json) {
    return new NicStanding(
        new WatchedNic(
            new InterfaceName(json.text("nic")),
            json.optional("pci").map(PciAddress::new),
            json.optional("driver"),
            json.flag("carriesCluster")),
        Condition.valueOf(json.text("condition")),
        json.count("sentBytes")
            .map(sent ->
                new Traffic(
                    sent, json.count("receivedBytes"), json.count("inFlightBytes").orElse(0L))),
        json.object("last").map(AlertJson::account));
  }

  private static Counts counts(JsonDocument json) {
    return new Counts(
        json.number("hangs"),
        Duration.ofMillis(json.number("outageMilliseconds")),
        steps(json, "cured"),
        steps(json, "failed"));
  }

  private static Map<StepId, Long> steps(JsonDocument json, String name) {
    Map<StepId, Long> steps = new HashMap<>();
    json.objects(name)
        .forEach(each -> steps.put(new StepId(each.text("step")), each.number("times")));
    return steps;
  }
}
