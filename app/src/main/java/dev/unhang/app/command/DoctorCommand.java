package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.FindingsJson;
import dev.unhang.app.option.HostOption;
import dev.unhang.app.option.LogOptions;
import dev.unhang.app.option.OutFile;
import dev.unhang.app.option.Scanned;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.page.DoctorMarkdown;
import dev.unhang.app.page.DoctorPage;
import dev.unhang.app.screen.DoctorScreen;
import dev.unhang.app.screen.NagiosLine;
import dev.unhang.app.source.Witnesses;
import dev.unhang.app.text.Ink;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.findings.Diagnosis;
import dev.unhang.findings.Report;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.WitnessFacts;
import dev.unhang.model.finding.Verdict;
import dev.unhang.model.id.ShellWord;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang doctor`, and `unhang` alone: what is wrong, why, and the one next command.
final class DoctorCommand implements CliCommand {
  private static final String MARKDOWN = "--markdown";
  private static final String NO_REDACT = "--no-redact";
  private static final String NAGIOS = "--nagios";

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
          .addOption(Spec.flag(MARKDOWN, "for a forum or an issue: names are replaced"))
          .addOption(Spec.flag(NO_REDACT, "names and addresses stay in --markdown"))
          .addOption(Spec.flag(NAGIOS, "one line and the exit codes of a Nagios plugin"))
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
    requireOneForm(arguments);
    return Spec.has(arguments, NAGIOS)
        ? NagiosLine.ofWhatIsSaid(all, aside -> examine(arguments, all, aside))
        : examine(arguments, all, OutFile.beside(arguments, "--html", all));
  }

  private static void requireOneForm(ParseResult arguments) {
    List<String> forms =
        Stream.of("--json", MARKDOWN, NAGIOS).filter(name -> Spec.has(arguments, name)).toList();
    if (forms.size() > 1) {
      throw new Usage(String.join(" and ", forms) + " both say it all: choose one");
    }
    if (Spec.has(arguments, NO_REDACT) && !Spec.has(arguments, MARKDOWN)) {
      throw new Usage(NO_REDACT + " is for " + MARKDOWN + ": nothing else replaces names");
    }
  }

  private ExitCode examine(ParseResult arguments, Console all, Console console) {
    List<WitnessFacts> witnesses =
        Spec.values(arguments, "--witness").stream()
            .map(name ->
                Witnesses.read(
                    wiring.here(), name, trouble -> console.note("unhang: " + trouble.toString())))
            .toList();
    boolean redacts = Spec.has(arguments, MARKDOWN) && !Spec.has(arguments, NO_REDACT);
    LookedAt looked = LookedAt.of(arguments, wiring, console, redacts);
    HostFacts facts = looked.facts().with(witnesses);
    Report report = Diagnosis.of(facts).typedWith(HostOption.typed(arguments));
    if (Spec.has(arguments, "--html")) {
      OutFile.write(
          arguments, "--html", all, new DoctorPage(report, wiring.live().clocks().wall()).text());
    }
    ExitCode code = code(report, !Spec.operands(arguments).isEmpty());
    if (Spec.has(arguments, "--json")) {
      console.say(FindingsJson.document(report));
    } else if (Spec.has(arguments, NAGIOS)) {
      all.say(NagiosLine.of(report, code));
    } else if (Spec.has(arguments, MARKDOWN)) {
      console.say(new DoctorMarkdown(report, looked.redaction(report), redacts).lines());
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
