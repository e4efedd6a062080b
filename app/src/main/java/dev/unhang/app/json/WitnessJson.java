package dev.unhang.app.json;

import dev.unhang.app.console.Console;
import dev.unhang.app.text.WitnessTelling;
import dev.unhang.findings.witness.DownInterval;
import dev.unhang.findings.witness.FailedPart;
import dev.unhang.findings.witness.ReachabilityTracker;
import dev.unhang.findings.witness.TargetLocation;
import dev.unhang.findings.witness.WitnessMap;
import dev.unhang.findings.witness.WitnessTarget;
import dev.unhang.hosts.outputs.WitnessLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `unhang.witness/1`, a line for each event.
public final class WitnessJson implements WitnessTelling {
  private static final int MILLIS = 3;

  private final Console console;
  private final WitnessMap map;
  private final Duration interval;

  public WitnessJson(Console console, WitnessMap map, Duration interval) {
    this.console = console;
    this.map = map;
    this.interval = interval;
  }

  private void line(String event, Instant at, Json.Part rest) {
    console.say(
        Json.line(json -> {
          json.string("schema", WitnessLog.SCHEMA)
              .string("event", event)
              .string("at", at.toString());
          rest.write(json);
        }));
    console.out().flush();
  }

  @Override
  public void begin(Instant at) {
    BigDecimal seconds = BigDecimal.valueOf(interval.toMillis(), MILLIS);
    line(
        "begin",
        at,
        json ->
            json.number("interval", Optional.of(seconds))
                .objects("targets", map.targets(), WitnessJson::target));
  }

  private static void target(Json json, WitnessTarget target) {
    json.string("target", target.name())
        .string("address", target.probe().address().toString())
        .number(
            "port",
            target.probe().port().isPresent()
                ? Optional.of(target.probe().port().getAsInt())
                : Optional.empty())
        .string("host", target.seat().map(TargetLocation::host))
        .string("element", target.seat().map(TargetLocation::element));
  }

  @Override
  public void dark(Instant at, ReachabilityTracker.Together together, FailedPart part) {
    line(
        "dark",
        at,
        json ->
            json.objects("spells", together.dark(), this::spell)
                .strings("answering", sorted(together.answering()))
                .strings("unknown", sorted(together.unknown()))
                .object("part", fields -> part(fields, part)));
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private void spell(Json json, DownInterval spell) {
    Optional<TargetLocation> seat =
        map.targets().stream()
            .filter(target -> target.name().equals(spell.target()))
            .flatMap(target -> target.seat().stream())
            .findFirst();
    json.string("target", spell.target())
        .string("host", seat.map(TargetLocation::host))
        .string("element", seat.map(TargetLocation::element))
        .string("lastAnswer", spell.lastAnswer().toString())
        .string("since", spell.since().toString())
        .string("until", spell.until().map(Instant::toString));
  }

  private static void part(Json json, FailedPart part) {
    switch (part) {
      case FailedPart.Named named ->
          json.string("verdict", "named")
              .string("kind", named.kind().word())
              .string("host", named.host())
              .string("name", named.name())
              .strings("alike", named.alike())
              .strings("ruledOut", named.ruledOut());
      case FailedPart.Undecided open ->
          json.string("verdict", "undecided")
              .string("why", open.why())
              .strings("fits", open.fits());
    }
    json.strings("against", part.against()).string("tells", part.tells());
  }

  @Override
  public void back(Instant at, List<DownInterval> spells) {
    line("back", at, json -> json.objects("spells", spells, this::spell));
  }

  @Override
  public void alive(Instant at, ReachabilityTracker.Standing standing) {
    line(
        "alive",
        at,
        json ->
            json.number("answering", standing.answering().size())
                .strings("dark", standing.dark())
                .strings("unheard", standing.unheard())
                .strings("unsent", standing.unsent()));
  }
}
