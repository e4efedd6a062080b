package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.findings.rate.Rate;
import dev.unhang.fleet.scan.HostResult;
import dev.unhang.fleet.scan.HostState;
import dev.unhang.fleet.scan.HungNic;
import dev.unhang.fleet.scan.NotKnown;
import dev.unhang.fleet.summary.FleetDifference;
import dev.unhang.fleet.summary.FleetSummary;
import dev.unhang.fleet.summary.HostKind;
import dev.unhang.fleet.summary.KindRate;
import dev.unhang.model.facts.Trait;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// `unhang.fleet-scan/1`, a line a host, and `unhang.fleet-summary/1`, the line behind them.
public final class FleetJson {
  private static final String SCAN = "unhang.fleet-scan/1";
  private static final String SUMMARY = "unhang.fleet-summary/1";
  private static final int DIGITS = 4;

  private FleetJson() {}

  /// One host.
  public static JsonText host(HostResult host) {
    return Json.line(json ->
        json.string("schema", SCAN)
            .string("host", host.name())
            .string("state", code(host.state().word()))
            .string("reason", host.reason().map(NotKnown::word).map(FleetJson::code))
            .string("why", Optional.of(host.why()).filter(why -> !why.isEmpty()))
            .string("from", host.from().map(Instant::toString))
            .string("to", host.to().map(Instant::toString))
            .number("coveredSeconds", host.covered().toSeconds())
            .objects("nics", host.nics(), FleetJson::nic)
            .object(
                "traits",
                traits -> {
                  for (Trait trait : Trait.values()) {
                    host.trait(trait).ifPresent(value -> traits.string(trait.word(), value));
                  }
                }));
  }

  private static void nic(Json json, HungNic nic) {
    json.string("name", nic.name())
        .string("driver", nic.driver())
        .number("hangs", nic.hangs())
        .string("first", nic.first().map(Instant::toString))
        .string("last", nic.last().map(Instant::toString))
        .string("outcome", nic.outcome());
  }

  /// A line of a former scan, read back. Throws IllegalArgumentException where it is none.
  public static HostResult read(String line) {
    JsonDocument json = JsonDocument.read(line);
    if (!json.text("schema").equals(SCAN)) {
      throw new IllegalArgumentException("no line of " + SCAN);
    }
    Map<Trait, String> traits = new EnumMap<>(Trait.class);
    json.object("traits")
        .ifPresent(told -> {
          for (Trait trait : Trait.values()) {
            told.optional(trait.word()).ifPresent(value -> traits.put(trait, value));
          }
        });
    List<HungNic> nics = new ArrayList<>();
    for (JsonDocument nic : json.objects("nics")) {
      nics.add(
          new HungNic(
              nic.text("name"),
              nic.optional("driver"),
              nic.number("hangs"),
              instant(nic, "first"),
              instant(nic, "last"),
              nic.text("outcome")));
    }
    return new HostResult(
        json.text("host"),
        named(HostState.values(), state -> code(state.word()), json.text("state")),
        json.optional("reason")
            .map(word -> named(NotKnown.values(), reason -> code(reason.word()), word)),
        json.optional("why").orElse(""),
        instant(json, "from"),
        instant(json, "to"),
        Duration.ofSeconds(json.number("coveredSeconds")),
        nics,
        traits);
  }

  /// Words as other programs compare them.
  private static String code(String words) {
    return words.replace(' ', '-');
  }

  private static <T> T named(T[] values, Function<T, String> word, String named) {
    return Arrays.stream(values)
        .filter(value -> word.apply(value).equals(named))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such word: " + named));
  }

  private static Optional<Instant> instant(JsonDocument json, String name) {
    try {
      return json.optional(name).map(Instant::parse);
    } catch (DateTimeException none) {
      throw new IllegalArgumentException(name + " is no time", none);
    }
  }

  /// All of them.
  public static JsonText summary(FleetSummary fleet) {
    return Json.line(json ->
        json.string("schema", SUMMARY)
            .number("hung", fleet.hung())
            .number("lost", fleet.lost())
            .number("clean", fleet.clean())
            .number("notKnown", fleet.notKnown())
            .object(
                "unknown",
                reasons -> {
                  for (NotKnown reason : NotKnown.values()) {
                    Optional.ofNullable(fleet.unknown().get(reason))
                        .ifPresent(hosts -> reasons.number(code(reason.word()), hosts));
                  }
                })
            .objects("kinds", fleet.kinds(), FleetJson::kind)
            .objects("differences", fleet.differences(), FleetJson::difference)
            .objects(
                "atRisk",
                fleet.atRisk(),
                (risk, host) -> {
                  risk.string("host", host.name());
                  kind(risk, host.like().kind());
                }));
  }

  private static void kind(Json json, KindRate kind) {
    kind(json, kind.kind());
    json.number("hosts", kind.hosts())
        .number("hungHosts", kind.hung())
        .number("coveredSeconds", kind.covered().toSeconds())
        .number("hangs", kind.hangs())
        .number("hangsPerHostDay", kind.rate().map(Rate::perUnit).map(FleetJson::rounded))
        .number("low", kind.rate().map(rate -> rate.interval().low()).map(FleetJson::rounded))
        .number("high", kind.rate().map(rate -> rate.interval().high()).map(FleetJson::rounded));
  }

  private static void kind(Json json, HostKind kind) {
    json.string("chip", kind.chip())
        .string("driver", kind.driver())
        .string("kernel", kind.kernel())
        .string("tso", kind.tso());
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(DIGITS));
  }

  private static void difference(Json json, FleetDifference difference) {
    json.string("trait", difference.trait().word())
        .string("value", difference.value())
        .number("with", difference.with())
        .number("hungWith", difference.hungWith())
        .number("without", difference.without())
        .number("hungWithout", difference.hungWithout())
        .number("chance", Optional.of(rounded(difference.chance())))
        .strings("alike", difference.alike());
  }
}
