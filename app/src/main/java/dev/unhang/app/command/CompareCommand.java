package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.json.CompareJson;
import dev.unhang.app.option.JsonOption;
import dev.unhang.app.option.LogOptions;
import dev.unhang.app.option.Scanned;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.screen.CompareScreen;
import dev.unhang.app.source.NamedHost;
import dev.unhang.app.source.Sources;
import dev.unhang.app.source.Threads;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.findings.compare.Comparison;
import dev.unhang.hosts.kernellog.KernelLog;
import dev.unhang.hosts.saved.SavedEvidence;
import dev.unhang.hosts.saved.SavedHostView;
import dev.unhang.hosts.survey.HostTraits;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.ComparedHost;
import dev.unhang.model.facts.ComparedHost.State;
import dev.unhang.model.facts.Trait;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.LogFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unhang compare`: hosts side by side.
final class CompareCommand implements CliCommand {
  private final Wiring wiring;
  private final CommandSpec spec =
      Spec.command("compare", "Lays hosts side by side: what separates those that hang?")
          .addPositional(
              Spec.operand("SOURCE", "0..*", "hosts: a report, outputs in a file or folder, a log"))
          .addOption(Spec.flag("--here", "this host too"))
          .addOption(Spec.list("--hangs", "NAME", "these hang, whatever their logs say"))
          .addOption(Spec.list("--healthy", "NAME", "these do not hang, though no log says so"))
          .addOption(Spec.flag("--json", "one JSON document, unhang.compare/1"));

  CompareCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  /// A host and its logs, before it is known which of its NICs is compared.
  private record Named(String name, HostView view, List<Reading<LogFacts>> logs) {}

  @Override
  public boolean isPaged() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult arguments, Console console) {
    List<Named> named = new ArrayList<>();
    for (String source : Spec.operands(arguments)) {
      named.addAll(named(source, arguments, console));
    }
    if (Spec.has(arguments, "--here")) {
      try (Threads threads = new Threads()) {
        HostView view = wiring.live().view();
        named.add(new Named("here", view, new KernelLog(view, threads).readLastDays()));
      }
    }
    if (named.size() < 2) {
      throw new Usage("compare takes two hosts or more: a SOURCE each, and --here for this one");
    }
    List<ComparedHost> hosts = compared(named, Optional.empty());
    Optional<String> driver =
        hosts.stream()
            .filter(host -> host.state() == State.HANGS)
            .flatMap(host -> host.trait(Trait.DRIVER).stream())
            .findFirst();
    List<ComparedHost> stated = new ArrayList<>();
    for (ComparedHost host : compared(named, driver)) {
      stated.add(stated(host, arguments));
    }
    requireNames(arguments, stated);
    Comparison comparison = Comparison.of(stated);
    JsonOption.answer(
        arguments,
        console,
        () -> CompareJson.document(comparison),
        () -> new CompareScreen(comparison).lines());
    return code(comparison);
  }

  /// A SOURCE is a host, or several that are called by their own names.
  private List<Named> named(String source, ParseResult arguments, Console console) {
    Sources sources = new Sources(wiring.here(), List.of(source));
    String name = source.substring(source.lastIndexOf('/', source.length() - 2) + 1);
    List<NamedHost> hosts = sources.hosts();
    if (!hosts.isEmpty()) {
      Scanned.complainOf(
          console, hosts.stream().flatMap(host -> host.troubles().stream()).distinct().toList());
      return hosts.stream()
          .map(host ->
              new Named(
                  hosts.size() == 1 ? name : host.hostname().orElse(name),
                  host.view(),
                  host.logs()))
          .toList();
    }
    return List.of(
        new Named(
            name, nothingOf(source), LogOptions.read(arguments, wiring, console, sources.logs())));
  }

  private static HostView nothingOf(String source) {
    return new SavedHostView(
        new SavedEvidence(source, Optional.empty(), Map.of(), List.of(), List.of(), List.of()));
  }

  private static List<ComparedHost> compared(List<Named> named, Optional<String> driver) {
    return named.stream()
        .map(each -> HostTraits.of(each.name(), each.view(), each.logs(), driver))
        .toList();
  }

  private static ComparedHost stated(ComparedHost host, ParseResult arguments) {
    boolean hangs = Spec.values(arguments, "--hangs").contains(host.name());
    boolean healthy = Spec.values(arguments, "--healthy").contains(host.name());
    if (hangs && healthy) {
      throw new Usage(host.name() + " can't both hang and be healthy");
    }
    return hangs || healthy
        ? new ComparedHost(
            host.name(),
            host.nic(),
            hangs ? State.HANGS : State.HEALTHY,
            hangs ? "yes, as you say" : "none, as you say",
            host.traits())
        : host;
  }

  private static void requireNames(ParseResult arguments, List<ComparedHost> hosts) {
    List<String> said = new ArrayList<>(Spec.values(arguments, "--hangs"));
    said.addAll(Spec.values(arguments, "--healthy"));
    List<String> names = hosts.stream().map(ComparedHost::name).toList();
    said.removeAll(names);
    if (!said.isEmpty()) {
      throw new Usage(
          "no host is called " + said.getFirst() + "; there are " + String.join(", ", names));
    }
  }

  private static ExitCode code(Comparison comparison) {
    if (comparison.hosts().stream().anyMatch(host -> host.state() == State.HANGS)) {
      return ExitCode.FINDINGS;
    }
    boolean known = comparison.hosts().stream().allMatch(host -> host.state() != State.NOT_KNOWN);
    return known ? ExitCode.OK : ExitCode.INCOMPLETE;
  }
}
