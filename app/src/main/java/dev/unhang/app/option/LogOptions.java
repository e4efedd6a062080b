package dev.unhang.app.option;

import dev.unhang.app.console.Console;
import dev.unhang.app.source.NamedHost;
import dev.unhang.app.source.NamedLogs;
import dev.unhang.app.source.Sources;
import dev.unhang.app.source.Threads;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.hosts.kernellog.KernelLog;
import dev.unhang.hosts.kernellog.LogWindow;
import dev.unhang.hosts.kernellog.LogWindow.Boot;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Which logs a command reads: SOURCE, `--root`, `--boot`, `--since`, `--until`.
public final class LogOptions {
  private LogOptions() {}

  public static CommandSpec add(CommandSpec spec) {
    return add(
        spec,
        "logs, journal files or folders, saved hosts, or - ; without: this host's kernel log");
  }

  /// @param source what SOURCE may be
  public static CommandSpec add(CommandSpec spec, String source) {
    return spec.addPositional(Spec.operand("SOURCE", "0..*", source))
        .addOption(Spec.value("--root", "DIR", "the mounted disk of a host that doesn't run"))
        .addOption(Spec.value("--boot", "BOOT", "one boot of a journal: 0, -1, 1, an id; or all"))
        .addOption(Spec.value("--since", "TIME", "not before: 2025-05-25, 2025-05-25 15:23, -2h"))
        .addOption(Spec.value("--until", "TIME", "not after"));
  }

  /// The disk that is to be examined instead of this host.
  public static Optional<HostView> disk(ParseResult arguments, Wiring wiring) {
    Optional<HostPath> folder = HostOption.disk(arguments);
    if (folder.isPresent() && !Spec.operands(arguments).isEmpty()) {
      throw new Usage("--root reads a mounted disk, and a SOURCE something else: give one of them");
    }
    return folder.map(wiring::mounted);
  }

  /// The logs of these names, read; none where there are no names.
  public static List<Reading<LogFacts>> read(
      ParseResult arguments, Wiring wiring, Console console, List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    Optional<LogWindow> window = window(arguments, wiring.live().clocks().wall());
    try (Threads threads = new Threads()) {
      return new NamedLogs(wiring.here(), console, threads, window).read(names);
    }
  }

  /// All of the logs of these names, whatever was chosen; none where there are no names.
  public static List<Reading<LogFacts>> readAll(
      Wiring wiring, Console console, List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    try (Threads threads = new Threads()) {
      return new NamedLogs(wiring.here(), console, threads, Optional.empty()).read(names);
    }
  }

  /// The logs, read; of saved hosts, theirs.
  public static List<Reading<LogFacts>> read(
      ParseResult arguments, Wiring wiring, Console console) {
    List<String> names = Spec.operands(arguments);
    if (names.isEmpty()) {
      return read(arguments, wiring, console, event -> {});
    }
    disk(arguments, wiring);
    Sources sources = Sources.ofLogs(wiring.here(), names);
    return read(arguments, wiring, console, sources, sources.hosts());
  }

  /// The same of one host at most: what is laid beside something else of its own.
  public static List<Reading<LogFacts>> readOne(
      ParseResult arguments, Wiring wiring, Console console) {
    List<String> names = Spec.operands(arguments);
    if (names.isEmpty()) {
      return read(arguments, wiring, console, event -> {});
    }
    disk(arguments, wiring);
    Sources sources = Sources.ofLogs(wiring.here(), names);
    return read(arguments, wiring, console, sources, sources.host().stream().toList());
  }

  private static List<Reading<LogFacts>> read(
      ParseResult arguments,
      Wiring wiring,
      Console console,
      Sources sources,
      List<NamedHost> hosts) {
    boolean chooses = window(arguments, wiring.live().clocks().wall()).isPresent();
    if (chooses && !hosts.isEmpty()) {
      throw new Usage(
          "--boot, --since and --until choose within journals; the logs of a saved host are texts");
    }
    List<Reading<LogFacts>> logs = new ArrayList<>();
    for (NamedHost host : hosts) {
      Scanned.complainOf(console, host.troubles());
      logs.addAll(host.logs());
    }
    logs.addAll(read(arguments, wiring, console, sources.logs()));
    return logs;
  }

  /// The same.
  ///
  /// @param onEvent told of each event, log by log
  public static List<Reading<LogFacts>> read(
      ParseResult arguments, Wiring wiring, Console console, Consumer<KernelEvent> onEvent) {
    List<String> names = Spec.operands(arguments);
    Instant now = wiring.live().clocks().wall();
    Optional<LogWindow> window = window(arguments, now);
    try (Threads threads = new Threads()) {
      Optional<HostView> disk = disk(arguments, wiring);
      if (disk.isPresent()) {
        KernelLog log = new KernelLog(disk.get(), threads, onEvent);
        return window.map(log::read).orElseGet(log::readLastDays);
      }
      return names.isEmpty()
          ? new KernelLog(wiring.live().view(), threads, onEvent)
              .read(window.orElseGet(() -> LogWindow.recent(now)))
          : new NamedLogs(wiring.here(), console, threads, window, onEvent).read(names);
    }
  }

  /// What was chosen; empty where nothing was.
  public static Optional<LogWindow> window(ParseResult arguments, Instant now) {
    Optional<Instant> since = time(arguments, "--since", now);
    Optional<Instant> until = time(arguments, "--until", now);
    String text = arguments.matchedOptionValue("--boot", "");
    if (text.isEmpty() && since.isEmpty() && until.isEmpty()) {
      return Optional.empty();
    }
    if (since.isPresent() && until.isPresent() && since.get().isAfter(until.get())) {
      throw new Usage("--since is after --until: nothing is written between them");
    }
    Boot boot =
        Boot.parse(text.isEmpty() ? "all" : text)
            .orElseThrow(() ->
                new Usage(
                    "--boot takes 0, -1 and so on, a boot id or all, as journalctl does; not "
                        + text));
    return Optional.of(new LogWindow(boot, since, until));
  }

  /// The number of the boot that was asked for, counted back from the last one; else of the last.
  public static int boot(ParseResult arguments, Instant now) {
    return window(arguments, now)
        .map(LogWindow::boot)
        .filter(Boot.Index.class::isInstance)
        .map(boot -> Math.min(0, ((Boot.Index) boot).index()))
        .orElse(0);
  }

  private static Optional<Instant> time(ParseResult arguments, String option, Instant now) {
    String text = arguments.matchedOptionValue(option, "");
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            TimeWords.parse(text, now)
                .orElseThrow(() ->
                    new Usage(
                        option
                            + " takes 2025-05-25, '2025-05-25 15:23', -2h, yesterday and the like;"
                            + " not "
                            + text)));
  }
}
