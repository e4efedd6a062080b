package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.option.Ledger;
import dev.unhang.app.option.LogOptions;
import dev.unhang.app.option.Scanned;
import dev.unhang.app.option.Spec;
import dev.unhang.app.option.Usage;
import dev.unhang.app.source.NamedHost;
import dev.unhang.app.source.Sources;
import dev.unhang.app.wiring.Host;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.findings.Report;
import dev.unhang.hosts.HostReading;
import dev.unhang.hosts.bundle.Answers;
import dev.unhang.hosts.bundle.DocumentRedaction;
import dev.unhang.hosts.bundle.RecordingHostView;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.LogFacts;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/// What a command line of doctor looks at: this host, one that was saved, a disk, or logs alone.
final class LookedAt {
  private static final int SALT_BYTES = 32;

  private final Wiring wiring;
  private final List<String> named;
  private final boolean redacts;
  private final HostFacts facts;
  private Optional<RecordingHostView> recording = Optional.empty();

  private LookedAt(ParseResult arguments, Wiring wiring, Console console, boolean redacts) {
    this.wiring = wiring;
    this.named = Spec.operands(arguments);
    this.redacts = redacts;
    this.facts = facts(arguments, console);
  }

  /// @param redacts whether names and addresses are replaced in what is said of it
  static LookedAt of(ParseResult arguments, Wiring wiring, Console console, boolean redacts) {
    return new LookedAt(arguments, wiring, console, redacts);
  }

  HostFacts facts() {
    return facts;
  }

  /// What becomes of a line that a person is shown.
  UnaryOperator<String> redaction(Report report) {
    if (!redacts) {
      return UnaryOperator.identity();
    }
    List<String> told = new ArrayList<>(named);
    report.findings().stream().flatMap(LookedAt::citations).map(Citation::text).forEach(told::add);
    facts.hostname().ifPresent(name -> told.add("_HOSTNAME=" + name));
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    Answers answers = recording.map(RecordingHostView::answers).orElseGet(Answers::new);
    DocumentRedaction redaction = new DocumentRedaction(salt, answers, told);
    NamedFiles files = new NamedFiles(named);
    return line -> redaction.of(files.without(line));
  }

  private static Stream<Citation> citations(Finding finding) {
    return switch (finding) {
      case Finding.Diagnosed found ->
          Stream.concat(found.because().stream(), found.against().stream());
      case Finding.RuledOut out -> out.because().stream();
      case Finding.Undecided open -> Stream.of();
    };
  }

  private HostView seen(HostView host) {
    if (!redacts) {
      return host;
    }
    RecordingHostView noted = new RecordingHostView(host);
    recording = Optional.of(noted);
    return noted;
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
      HostFacts facts = HostReading.read(seen(saved.get().view()), logs, List.of());
      return facts.withUnused(saved.get().unused().get());
    }
    Optional<HostView> disk = LogOptions.disk(arguments, wiring);
    if (disk.isPresent()) {
      return HostReading.read(seen(disk.get()), logs, List.of());
    }
    Host host = wiring.live();
    return names.isEmpty()
        ? HostReading.read(seen(host.view()), logs, Ledger.readable(host))
        : HostReading.ofLogs(logs);
  }
}
