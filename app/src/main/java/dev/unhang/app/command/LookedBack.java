package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.option.CardItself;
import dev.unhang.app.option.HostOption;
import dev.unhang.app.option.LogOptions;
import dev.unhang.app.option.NicOperand;
import dev.unhang.app.option.Scanned;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.source.Journals;
import dev.unhang.app.source.NamedHost;
import dev.unhang.app.source.Sources;
import dev.unhang.app.source.Threads;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.findings.Diagnosis;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.kernellog.JournalFiles;
import dev.unhang.hosts.kernellog.KernelLog;
import dev.unhang.hosts.kernellog.LogWindow;
import dev.unhang.hosts.load.LoadRecords;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.facts.NicLoad;
import dev.unhang.model.facts.Series;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.log.LogFacts;
import dev.unhang.repair.prove.ChangeInForce;
import dev.unhang.repair.prove.History;
import dev.unhang.repair.prove.LedgerChanges;
import dev.unhang.repair.prove.NicHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// What all logs, the ledger and the samples tell of one NIC: of this host, of one that was saved,
/// of a disk, or of logs alone.
///
/// @param name of the interface, as it was named
/// @param history of the NIC
/// @param changes of its settings that are on record, oldest first
/// @param ledger why none is known; empty where the ledger was read
record LookedBack(
    InterfaceName name, History history, List<ChangeInForce> changes, Optional<String> ledger) {
  LookedBack {
    changes = List.copyOf(changes);
  }

  /// @throws CannotRead where there is no such interface
  static LookedBack of(ParseResult arguments, Wiring wiring, Console console) {
    List<String> operands = Spec.operands(arguments);
    NicOperand.name(operands);
    List<String> sources = operands.subList(1, operands.size());
    if (HostOption.isDisk(arguments) && !sources.isEmpty()) {
      throw new Usage("--root reads a mounted disk, and a SOURCE something else: give one of them");
    }
    return sources.isEmpty()
        ? ofHost(arguments, wiring, console)
        : ofSources(arguments, wiring, console, sources);
  }

  private static LookedBack ofHost(ParseResult arguments, Wiring wiring, Console console) {
    Host host = HostOption.of(arguments, wiring);
    boolean isDisk = HostOption.isDisk(arguments);
    NicFacts nic = nic(arguments, host.view(), host);
    try (Threads threads = new Threads()) {
      List<Reading<LogFacts>> logs = new KernelLog(host.view(), threads).read(LogWindow.ALL);
      Scanned.complain(console, logs);
      HostFacts facts = HostReading.read(host.view(), logs, List.of());
      Map<BootId, Instant> ends = ends(host.view(), threads);
      Optional<String> unread =
          host.mayChange().getAsBoolean()
              ? Optional.empty()
              : Optional.of("the ledger of changes takes root");
      Instant now =
          isDisk
              ? NicHistory.lastLogged(facts).orElseGet(host.clocks()::wall)
              : host.clocks().wall();
      List<Change> ledger = unread.isPresent() ? List.of() : host.ledger().history();
      List<Series> load = load(arguments, wiring, console, facts, host.view(), nic.name());
      History history = NicHistory.of(facts, nicCase(facts, nic), load, ends, now);
      LedgerChanges changes =
          new LedgerChanges(
              facts.boot(), isDisk ? Optional.empty() : Optional.of(nic), history.boots(), now);
      return new LookedBack(nic.name(), history, changes.of(ledger, nic.name(), nic.pci()), unread);
    }
  }

  private static LookedBack ofSources(
      ParseResult arguments, Wiring wiring, Console console, List<String> names) {
    Sources sources = Sources.ofLogs(wiring.here(), names);
    Optional<NamedHost> saved = sources.host();
    List<Reading<LogFacts>> logs = new ArrayList<>();
    saved.ifPresent(host -> {
      Scanned.complainOf(console, host.troubles());
      logs.addAll(host.logs());
    });
    logs.addAll(LogOptions.readAll(wiring, console, sources.logs()));
    Scanned.complain(console, logs);
    HostFacts facts =
        saved
            .map(host -> HostReading.read(host.view(), logs, List.of()))
            .orElseGet(() -> HostReading.ofLogs(logs));
    InterfaceName name = NicOperand.name(Spec.operands(arguments));
    NicCase nic =
        Diagnosis.cases(facts).stream()
            .filter(each -> each.interfaceName().equals(Optional.of(name.value())))
            .findFirst()
            .orElseThrow(() -> notNamed(name, facts));
    List<Series> load =
        load(
            arguments,
            wiring,
            console,
            facts,
            saved.map(NamedHost::view).orElseGet(wiring::here),
            name);
    Instant now = NicHistory.lastLogged(facts).orElseGet(wiring.live().clocks()::wall);
    return new LookedBack(
        name,
        NicHistory.of(facts, nic, load, Map.of(), now),
        List.of(),
        Optional.of("the ledger of a saved host is not known"));
  }

  private static NicFacts nic(ParseResult arguments, HostView view, Host host) {
    CardItself.require(view, Spec.operands(arguments), "prove");
    return NicOperand.read(arguments, host);
  }

  private static CannotRead notNamed(InterfaceName name, HostFacts facts) {
    List<String> known =
        Diagnosis.cases(facts).stream().flatMap(nic -> nic.interfaceName().stream()).toList();
    return new CannotRead(
        "find " + name,
        "",
        "what was named tells of no interface of that name",
        known.isEmpty()
            ? "name a kernel log that names its network cards"
            : "name one of these: " + String.join(", ", known));
  }

  private static NicCase nicCase(HostFacts facts, NicFacts nic) {
    return Diagnosis.cases(facts).stream()
        .filter(each ->
            each.now().filter(now -> now.name().equals(nic.name())).isPresent()
                || each.interfaceName().equals(Optional.of(nic.name().value())))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no case of " + nic.name()));
  }

  /// Until when the journal holds each boot.
  private static Map<BootId, Instant> ends(HostView host, Threads threads) {
    Map<BootId, Instant> ends = new HashMap<>();
    try (JournalFiles files = KernelLog.journalOf(host)) {
      if (!files.isEmpty()) {
        files.journal().boots(threads).forEach(boot -> ends.put(boot.id(), boot.last()));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return ends;
  }

  /// From the files that were named, else what the host recorded itself.
  private static List<Series> load(
      ParseResult arguments,
      Wiring wiring,
      Console console,
      HostFacts facts,
      HostView host,
      InterfaceName nic) {
    List<String> named = Spec.values(arguments, "--load");
    List<Reading<List<Series>>> records =
        named.isEmpty() ? recorded(facts, host, nic) : named(wiring, named, nic);
    List<Series> load = new ArrayList<>();
    for (Reading<List<Series>> record : records) {
      record.whyNot().ifPresent(why -> console.note("unhang: " + why));
      record.known().ifPresent(load::addAll);
    }
    return load;
  }

  private static List<Reading<List<Series>>> recorded(
      HostFacts facts, HostView host, InterfaceName nic) {
    return facts.loads().stream()
        .filter(each -> each.nic().equals(nic.value()))
        .findFirst()
        .map(NicLoad::records)
        .orElseGet(() ->
            facts.hostname().isPresent()
                ? LoadRecords.of(host, facts.hostname().get(), List.of(nic.value()))
                : List.of());
  }

  private static List<Reading<List<Series>>> named(
      Wiring wiring, List<String> names, InterfaceName nic) {
    List<Reading<List<Series>>> records = new ArrayList<>();
    for (String name : names) {
      Reading<Content> file = wiring.here().read(Journals.path(name));
      Content content =
          file.known()
              .orElseThrow(() ->
                  new CannotRead(
                      "read " + name, "", file.whyNot().orElse(""), "name a file of samples"));
      records.add(LoadRecords.in(new Origin(name), content, List.of(nic.value())));
    }
    return records;
  }
}
