package dev.unhang.app.json;

import dev.unhang.app.text.JsonText;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.Hertz;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.FaultLines;
import dev.unhang.model.log.LogCoverage;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LogFacts.Counts;
import dev.unhang.model.log.LogStamp;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.RingUse.SizeFrom;
import dev.unhang.model.log.Standstill;
import dev.unhang.model.log.StuckFor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `unhang.scan/1`: sources, hangs by NIC, counts. The format is fixed; docs/schema describes it.
public final class ScanJson {
  /// The document's kind and version.
  public static final String SCHEMA = "unhang.scan/1";

  private final List<Reading<LogFacts>> logs;

  public ScanJson(List<Reading<LogFacts>> logs) {
    this.logs = List.copyOf(logs);
  }

  /// The whole document.
  public JsonText document() {
    return Json.document(this::fields);
  }

  /// The document's fields, to be embedded in another.
  public void fields(Json json) {
    json.string("schema", SCHEMA);
    json.objects("sources", logs, ScanJson::source);
    json.objects("hangs", byNic().entrySet(), ScanJson::hang);
    json.objects("standstills", standstills(), ScanJson::standstill);
    json.objects("faults", faults(), ScanJson::fault);
    json.object("counts", this::counts);
  }

  private static void source(Json json, Reading<LogFacts> log) {
    Optional<LogFacts> facts = log.known();
    if (facts.isEmpty()) {
      unread(json, log);
      return;
    }
    json.string("origin", facts.get().origin().name())
        .strings("dialect", facts.get().dialect())
        .number("bytes", facts.get().bytes())
        .objects("covers", facts.get().covers(), ScanJson::coverage)
        .strings("troubles", facts.get().troubles().stream().map(Trouble::toString).toList());
  }

  private static void unread(Json json, Reading<LogFacts> log) {
    String origin =
        switch (log) {
          case Reading.Unreadable<LogFacts> unreadable -> unreadable.origin().name();
          case Reading.Absent<LogFacts> absent -> absent.source().value();
          case Reading.Read<LogFacts> read -> read.origin().name();
          case Reading.Partly<LogFacts> partly -> partly.origin().name();
        };
    json.string("origin", origin)
        .strings("dialect", List.of())
        .number("bytes", Optional.<Long>empty())
        .objects("covers", List.<LogCoverage>of(), ScanJson::coverage)
        .strings("troubles", log.whyNot().stream().toList());
  }

  private static void coverage(Json json, LogCoverage coverage) {
    json.string("boot", coverage.boot().map(BootId::value))
        .string("from", coverage.from().text())
        .string("to", coverage.to().text())
        .string("begins", coverage.fromBoot() ? "boot" : "cut off")
        .string("ended", coverage.end().word())
        .number("episodes", coverage.episodes());
  }

  /// A NIC as the log names it: interface and address, apart from the driver.
  private record NicKey(Optional<String> interfaceName, Optional<PciAddress> pci) {}

  private Map<NicKey, List<Episode>> byNic() {
    Map<NicKey, List<Episode>> hangs = new LinkedHashMap<>();
    for (Reading<LogFacts> log : logs) {
      for (Episode episode : log.known().map(LogFacts::episodes).orElse(List.of())) {
        LoggedNic nic = episode.nic();
        hangs
            .computeIfAbsent(
                new NicKey(nic.interfaceName(), nic.pci()), key -> new java.util.ArrayList<>())
            .add(episode);
      }
    }
    return hangs;
  }

  private static void hang(Json json, Map.Entry<NicKey, List<Episode>> hang) {
    List<Episode> episodes = hang.getValue();
    json.string("interface", hang.getKey().interfaceName())
        .string("pci", hang.getKey().pci().map(PciAddress::value))
        .string("driver", episodes.stream().flatMap(e -> e.nic().driver().stream()).findFirst())
        .number("dumps", episodes.stream().mapToLong(Episode::dumps).sum())
        .object("firstDump", inner -> firstDump(inner, episodes))
        .objects("episodes", episodes, ScanJson::episode);
  }

  private static void firstDump(Json json, List<Episode> episodes) {
    for (Episode episode : episodes) {
      if (!episode.dump().isHeaderOnly()) {
        episode.dump().asPrinted().forEach(json::string);
        return;
      }
    }
  }

  private static void episode(Json json, Episode episode) {
    json.string("boot", episode.boot().map(BootId::value))
        .number("queue", episode.queue())
        .string("firstIs", episode.firstIsAt() ? "at" : "at or before")
        .object("first", inner -> stamp(inner, episode.first()))
        .object("last", inner -> stamp(inner, episode.last()))
        .number("dumps", episode.dumps());
    if (episode.ring().isEmpty()) {
      json.nothing("ring");
    } else {
      json.object(
          "ring",
          inner ->
              inner
                  .number("size", episode.ring().get().size())
                  .string(
                      "sizeFrom",
                      episode.ring().get().sizeFrom() == SizeFrom.READ ? "read" : "assumed")
                  .number("held", episode.ring().get().held())
                  .number("unfetched", episode.ring().get().unfetched()));
    }
    stuck(json, episode.stuck());
    json.string("outcome", episode.outcome().word());
  }

  private static void stuck(Json json, Optional<StuckFor> stuck) {
    json.number("ticks", stuck.map(each -> each.ticks().count()))
        .number("hz", stuck.flatMap(StuckFor::hz).map(Hertz::perSecond))
        .string("hzFrom", stuck.map(each -> each.hzFrom().word()).orElse("unknown"))
        .number("stuckSeconds", stuck.flatMap(StuckFor::time).map(ScanJson::seconds));
    if (stuck.isPresent() && stuck.get().hz().isEmpty()) {
      json.object(
          "stuckSecondsIf",
          inner -> {
            for (Hertz hz : stuck.get().toShow()) {
              inner.number(
                  String.valueOf(hz.perSecond()), Optional.of(seconds(stuck.get().ticks().at(hz))));
            }
          });
    } else {
      json.nothing("stuckSecondsIf");
    }
  }

  private static BigDecimal seconds(Duration span) {
    return BigDecimal.valueOf(span.toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
  }

  static void stamp(Json json, LogStamp at) {
    json.string("wall", at.wall().map(Instant::toString))
        .number("uptime", at.uptime().map(uptime -> uptime.seconds()))
        .string("text", at.text());
  }

  private List<Standstill> standstills() {
    return logs.stream()
        .flatMap(log -> log.known().stream())
        .flatMap(log -> log.standstills().stream())
        .toList();
  }

  private static void standstill(Json json, Standstill standstill) {
    json.string("boot", standstill.boot().map(BootId::value))
        .string("interface", standstill.nic().interfaceName())
        .string("pci", standstill.nic().pci().map(PciAddress::value))
        .string("driver", standstill.nic().driver())
        .strings("queues", standstill.queues().stream().map(String::valueOf).toList())
        .number("lines", standstill.lines())
        .object("first", inner -> stamp(inner, standstill.first()))
        .object("last", inner -> stamp(inner, standstill.last()))
        .number("seconds", standstill.lasted().map(ScanJson::seconds))
        .string("outcome", standstill.outcome().word())
        .string("text", standstill.text());
  }

  private List<FaultLines> faults() {
    return logs.stream()
        .flatMap(log -> log.known().stream())
        .flatMap(log -> log.faults().stream())
        .toList();
  }

  private static void fault(Json json, FaultLines fault) {
    json.string("boot", fault.boot().map(BootId::value))
        .string("interface", fault.nic().interfaceName())
        .string("pci", fault.nic().pci().map(PciAddress::value))
        .string("driver", fault.nic().driver())
        .string("fault", fault.fault().word())
        .number("lines", fault.lines())
        .object("first", inner -> stamp(inner, fault.first()))
        .object("last", inner -> stamp(inner, fault.last()))
        .string("text", fault.text());
  }

  private void counts(Json json) {
    Counts sum = Counts.NONE;
    for (Reading<LogFacts> log : logs) {
      sum = sum.plus(log.known().map(LogFacts::counts).orElse(Counts.NONE));
    }
    json.number("resets", sum.resets())
        .number("watchdogTimeouts", sum.watchdogTimeouts())
        .number("linkUp", sum.linkUp())
        .number("linkDown", sum.linkDown());
  }
}
