package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.CorrelateJson;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.LogOptions;
import dev.unhang.app.option.OutFile;
import dev.unhang.app.option.Scanned;
import dev.unhang.app.option.Spec;
import dev.unhang.app.page.TimelineSvg;
import dev.unhang.app.screen.CorrelateScreen;
import dev.unhang.app.source.Journals;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.findings.correlate.Correlation;
import dev.unhang.findings.correlate.Correlation.Compared;
import dev.unhang.findings.correlate.Correlation.Conclusion;
import dev.unhang.findings.correlate.Correlation.Hang;
import dev.unhang.findings.correlate.Correlation.NotEnough;
import dev.unhang.findings.correlate.HangLoads;
import dev.unhang.findings.correlate.SilentStall;
import dev.unhang.hosts.load.LoadRecords;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.Series;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang correlate`: hangs against throughput.
final class CorrelateCommand implements CliCommand {
  private static final HostPath HOSTNAME = new HostPath("/proc/sys/kernel/hostname");
  private static final HostPath HOSTNAME_AT_REST = new HostPath("/etc/hostname");

  private final Wiring wiring;
  private final CommandSpec spec =
      LogOptions.add(
              Spec.command("correlate", "Lays hangs beside throughput: is load what they share?"))
          .addOption(
              Spec.list(
                  "--load",
                  "FILE",
                  "samples of throughput: an RRD of Proxmox VE, or what 'sadf -j -- -n DEV'"
                      + " prints"))
          .addOption(Spec.value("--nic", "IF", "whose samples to take from sysstat"))
          .addOption(Spec.value("--svg", "FILE", "also draw load and hangs to a file"))
          .addOption(Spec.flag("--json", "one JSON document, unhang.correlate/1"));

  CorrelateCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public boolean isPaged() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console all) {
    Console console = OutFile.beside(arguments, "--svg", all);
    List<Reading<LogFacts>> logs = LogOptions.readOne(arguments, wiring, console);
    List<Episode> episodes =
        logs.stream()
            .flatMap(log -> log.known().stream())
            .flatMap(log -> log.episodes().stream())
            .toList();
    List<Hang> hangs = episodes.stream().flatMap(each -> hang(each).stream()).toList();
    List<Series> series = new ArrayList<>();
    for (Reading<List<Series>> record : records(arguments, nics(arguments, episodes))) {
      record.whyNot().ifPresent(why -> console.note(why));
      series.addAll(HangLoads.best(record.known().orElse(List.of()), hangs));
    }
    List<Correlation> correlations =
        series.stream().map(each -> Correlation.of(each, hangs)).toList();
    Map<Series, List<SilentStall>> stalls = new LinkedHashMap<>();
    series.forEach(each -> stalls.put(each, SilentStall.in(each)));
    if (hangs.size() < episodes.size()) {
      console.note(episodes.size() - hangs.size() + " hangs left out: their log names no date");
    }
    JsonOption.answer(
        arguments,
        console,
        () -> CorrelateJson.document(hangs.size(), correlations, stalls),
        () -> new CorrelateScreen(hangs.size(), correlations, stalls).lines());
    draw(arguments, hangs, stalls, all);
    Scanned.complain(console, logs);
    return code(correlations, stalls);
  }

  private static Optional<Hang> hang(Episode episode) {
    Optional<Instant> first = episode.first().wall();
    return first.map(begin -> new Hang(begin, episode.last().wall().orElse(begin)));
  }

  private static List<String> nics(ParseResult arguments, List<Episode> episodes) {
    return Spec.has(arguments, "--nic")
        ? List.of(arguments.matchedOptionValue("--nic", ""))
        : episodes.stream()
            .flatMap(episode -> episode.nic().interfaceName().stream())
            .distinct()
            .toList();
  }

  private List<Reading<List<Series>>> records(ParseResult arguments, List<String> nics) {
    List<String> named = Spec.values(arguments, "--load");
    if (!named.isEmpty()) {
      return named.stream()
          .map(name -> LoadRecords.in(new Origin(name), file(name), nics))
          .toList();
    }
    HostView host = LogOptions.disk(arguments, wiring).orElseGet(() -> wiring.live().view());
    return Spec.operands(arguments).isEmpty()
        ? LoadRecords.of(host, hostname(host), nics)
        : List.of();
  }

  private static String hostname(HostView host) {
    return host.read(HOSTNAME)
        .known()
        .or(() -> host.read(HOSTNAME_AT_REST).known())
        .map(Content::utf8)
        .map(String::strip)
        .filter(name -> !name.isEmpty() && name.indexOf('/') < 0)
        .orElse("localhost");
  }

  private Content file(String name) {
    Reading<Content> file = wiring.here().read(Journals.path(name));
    return file.known()
        .orElseThrow(() ->
            new CannotRead("read " + name, "", file.whyNot().orElse(""), "name a file of samples"));
  }

  private static void draw(
      ParseResult arguments,
      List<Hang> hangs,
      Map<Series, List<SilentStall>> stalls,
      Console console) {
    if (!Spec.has(arguments, "--svg")) {
      return;
    }
    Series series =
        stalls.keySet().stream()
            .filter(each -> !each.samples().isEmpty())
            .findFirst()
            .orElseThrow(() ->
                new CannotRead(
                    "draw load and hangs", "", "there are no samples", "name some with --load"));
    OutFile.write(
        arguments,
        "--svg",
        console,
        TimelineSvg.of(series, hangs, stalls.getOrDefault(series, List.of())));
  }

  private static ExitCode code(
      List<Correlation> correlations, Map<Series, List<SilentStall>> stalls) {
    boolean found =
        stalls.values().stream().anyMatch(each -> !each.isEmpty())
            || correlations.stream()
                .anyMatch(each ->
                    each instanceof Compared compared
                        && compared.conclusion() != Conclusion.NO_SIGN);
    if (found) {
      return ExitCode.FINDINGS;
    }
    boolean enough = correlations.stream().anyMatch(each -> !(each instanceof NotEnough));
    return enough ? ExitCode.OK : ExitCode.INCOMPLETE;
  }
}
