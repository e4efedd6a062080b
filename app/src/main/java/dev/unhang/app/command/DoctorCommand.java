package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.FindingsJson;
import dev.unhang.app.option.HostOption;
import dev.unhang.app.option.Ledger;
import dev.unhang.app.option.LogOptions;
import dev.unhang.app.option.OutFile;
import dev.unhang.app.option.Scanned;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.page.DoctorPage;
import dev.unhang.app.screen.DoctorScreen;
import dev.unhang.app.source.NamedHost;
import dev.unhang.app.source.Sources;
import dev.unhang.app.source.Witnesses;
import dev.unhang.app.text.Ink;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.findings.Diagnosis;
import dev.unhang.findings.Report;
import dev.unhang.hosts.HostReading;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.WitnessFacts;
import dev.unhang.model.finding.Verdict;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.ShellWord;
import dev.unhang.model.log.LogFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang doctor`, and `unhang` alone: what is wrong, why, and the one next command.
final class DoctorCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      LogOptions.add(
              Spec.command(
                  "doctor", "Says what is wrong, why, and what to do next. Changes nothing."),
              "logs, journals, or - ; ssh://HOST, a report, a sosreport, a folder or files of"
                  + " outputs; without: this host")
          .addOption(Spec.flag("--all", "also what was ruled out"))
          .addOption(
              Spec.list("--witness", "FILE", "what 'unhang witness --jsonl' saw of this host"))
          .addOption(Spec.flag("--json", "one JSON document, unhang.doctor/1"))
          .addOption(Spec.value("--html", "FILE", "also as one page of HTML, to look at or send"))
          .addOption(Spec.flag("--exit-zero", "exit 0 whatever is found"));

  DoctorCommand(Wiring wiring) {
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
    Console console = OutFile.beside(arguments, "--html", all);
    List<WitnessFacts> witnesses =
        Spec.values(arguments, "--witness").stream()
            .map(name ->
                Witnesses.read(
                    wiring.here(), name, trouble -> console.note("unhang: " + trouble.toString())))
            .toList();
    HostFacts facts = facts(arguments, console).with(witnesses);
    Report report = Diagnosis.of(facts).typedWith(HostOption.typed(arguments));
    if (Spec.has(arguments, "--html")) {
      OutFile.write(arguments, "--html", all, new DoctorPage(report).text());
    }
    ExitCode code = code(report, !Spec.operands(arguments).isEmpty());
    if (Spec.has(arguments, "--json")) {
      console.say(FindingsJson.document(report));
    } else {
      console.say(
          new DoctorScreen(report, Spec.has(arguments, "--all"), asked(arguments))
              .lines(ink(code)));
    }
    Scanned.complain(console, facts.logs());
    return Spec.has(arguments, "--exit-zero") && code != ExitCode.UNREADABLE ? ExitCode.OK : code;
  }

  /// Red where something is broken, yellow where something is to be done, green where nothing is.
  private static Ink ink(ExitCode code) {
    return switch (code) {
      case OK -> Ink.WELL;
      case HANG -> Ink.BROKEN;
      default -> Ink.WARNING;
    };
  }

  /// What was looked at, as it has to be typed again.
  private static String asked(ParseResult arguments) {
    return HostOption.typed(arguments)
        + Spec.operands(arguments).stream()
            .map(name -> " " + ShellWord.of(name))
            .collect(Collectors.joining());
  }

  private HostFacts facts(ParseResult arguments, Console console) {
    List<String> names = Spec.operands(arguments);
    Optional<NamedHost> saved = Optional.empty();
    List<Reading<LogFacts>> logs = new ArrayList<>();
    if (names.isEmpty()) {
      logs.addAll(LogOptions.read(arguments, wiring, console));
    } else {
      LogOptions.disk(arguments, wiring);
      Sources sources = new Sources(wiring.here(), names);
      saved = sources.host();
      saved.ifPresent(host -> logs.addAll(host.logs()));
      logs.addAll(LogOptions.read(arguments, wiring, console, sources.logs()));
    }
    boolean chooses = LogOptions.window(arguments, wiring.live().clocks().wall()).isPresent();
    if (saved.isPresent() && chooses) {
      throw new Usage(
          "--boot, --since and --until choose within journals; the logs of a saved host are texts");
    }
    if (saved.isPresent()) {
      Scanned.complainOf(console, saved.get().troubles());
      HostFacts facts = HostReading.read(saved.get().view(), logs, List.of());
      return facts.withUnused(saved.get().unused().get());
    }
    Optional<HostView> disk = LogOptions.disk(arguments, wiring);
    if (disk.isPresent()) {
      return HostReading.read(disk.get(), logs, List.of());
    }
    Host host = wiring.live();
    return names.isEmpty()
        ? HostReading.read(host.view(), logs, Ledger.readable(host))
        : HostReading.ofLogs(logs);
  }

  /// @param named whether a person named the logs
  static ExitCode code(Report report, boolean named) {
    HostFacts facts = report.facts();
    ExitCode logs = named ? Scanned.code(facts.logs()) : Scanned.codeOfFound(facts.logs());
    if (logs == ExitCode.UNREADABLE) {
      return logs;
    }
    Stream<ExitCode> said = Stream.of(code(report.verdict().kind()));
    Stream<ExitCode> found = report.diagnosed().stream().map(finding -> ExitCode.FINDINGS);
    return ExitCode.worst(
        Stream.concat(
            Stream.concat(said, found),
            Stream.of(logs == ExitCode.INCOMPLETE ? ExitCode.INCOMPLETE : ExitCode.OK)));
  }

  private static ExitCode code(Verdict.Kind kind) {
    return switch (kind) {
      case HUNG, LOST, HUNG_BEFORE -> ExitCode.HANG;
      case DEGRADED, AT_RISK, ANSWERED -> ExitCode.FINDINGS;
      case CLEAR -> ExitCode.OK;
      case UNKNOWN -> ExitCode.INCOMPLETE;
    };
  }
}
