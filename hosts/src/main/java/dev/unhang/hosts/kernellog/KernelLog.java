package dev.unhang.hosts.kernellog;

import dev.unhang.logs.LogReading;
import dev.unhang.logs.bulk.Workers;
import dev.unhang.logs.journal.BootSpan;
import dev.unhang.logs.journal.Journal;
import dev.unhang.logs.journal.Selection;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The host's kernel log: the journal's own files, which keep earlier boots and the records'
/// borders; else what journalctl prints of them; else the kernel's ring by dmesg, which holds this
/// boot only.
///
/// Man: systemd-journald.service(8), journalctl(1), dmesg(1)
public final class KernelLog {
  /// This source's name.
  public static final SourceId ID = new SourceId("kernel-log");

  /// A gigabyte of journal on a slow disk.
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  private static final String FIELDS =
      "MESSAGE,PRIORITY,_TRANSPORT,SYSLOG_IDENTIFIER,SYSLOG_FACILITY,_KERNEL_SUBSYSTEM,"
          + "_KERNEL_DEVICE,_SOURCE_MONOTONIC_TIMESTAMP,_BOOT_ID,_PID";

  private static final Origin JOURNAL = new Origin("journal");

  static final HostPath PERSISTENT_JOURNAL = new HostPath("/var/log/journal");
  static final HostPath RUNTIME_JOURNAL = new HostPath("/run/log/journal");

  /// Where journald keeps its files.
  public static final List<HostPath> FOLDERS = List.of(PERSISTENT_JOURNAL, RUNTIME_JOURNAL);

  private final HostView host;
  private final Workers workers;
  private final Consumer<KernelEvent> onEvent;

  public KernelLog(HostView host, Workers workers) {
    this(host, workers, event -> {});
  }

  /// @param onEvent told of each event, log by log; what two logs hold is told twice
  public KernelLog(HostView host, Workers workers, Consumer<KernelEvent> onEvent) {
    this.host = host;
    this.workers = workers;
    this.onEvent = onEvent;
  }

  /// The journal's own files, to be closed by the caller.
  public static JournalFiles journalOf(HostView host) {
    return JournalFiles.below(host, FOLDERS);
  }

  /// Reads the chosen part of a host that runs.
  public List<Reading<LogFacts>> read(LogWindow window) {
    return withLogsElsewhere(read(journal -> Optional.of(window)), window.reachesBack());
  }

  /// Reads the last 30 days in which the host wrote: of a disk whose host doesn't run.
  public List<Reading<LogFacts>> readLastDays() {
    return withLogsElsewhere(
        read(journal ->
            journal.boots(workers).stream()
                .map(BootSpan::last)
                .max(Comparator.naturalOrder())
                .map(LogWindow::recent)),
        true);
  }

  /// A journal without a folder on disk forgets at every boot: then other logs are looked at.
  ///
  /// Man: journald.conf(5), "Storage="
  private List<Reading<LogFacts>> withLogsElsewhere(
      Reading<LogFacts> journal, boolean reachesBack) {
    boolean keeps = host.attributes(PERSISTENT_JOURNAL).known().isPresent();
    boolean denied =
        journal instanceof Reading.Absent<LogFacts> absent && absent.why() == WhyAbsent.DENIED;
    if (keeps || denied || !reachesBack) {
      return List.of(journal);
    }
    List<Reading<LogFacts>> elsewhere = new LogsElsewhere(host, onEvent).read();
    boolean forgets = host.attributes(RUNTIME_JOURNAL).known().isPresent();
    List<Reading<LogFacts>> all = new ArrayList<>();
    if (journal.known().isPresent() || elsewhere.stream().allMatch(log -> log.known().isEmpty())) {
      all.add(forgets ? Troubled.with(journal, JOURNAL, forgetful(elsewhere)) : journal);
    }
    all.addAll(elsewhere);
    return DuplicateEpisodes.once(all);
  }

  private static String forgetful(List<Reading<LogFacts>> elsewhere) {
    List<String> names =
        elsewhere.stream()
            .flatMap(log -> log.known().stream())
            .map(log -> log.origin().name())
            .toList();
    return "the journal is volatile, earlier boots are lost; looked at too: "
        + (names.isEmpty() ? "/var/log and pstore, nothing there" : String.join(", ", names))
        + "; to keep it: mkdir -p /var/log/journal && journalctl --flush";
  }

  /// Chooses a window once the journal is open.
  private interface Choice {
    Optional<LogWindow> of(Journal journal);
  }

  private Reading<LogFacts> read(Choice choice) {
    try (JournalFiles files = journalOf(host)) {
      if (!files.isEmpty()) {
        return journal(files, choice);
      }
      if (files.refused().isPresent()) {
        return new Reading.Absent<>(ID, WhyAbsent.DENIED, files.refused().get());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    LogWindow window = choice.of(Journal.open(List.of())).orElse(LogWindow.ALL);
    Reading<LogFacts> journal = byJournalctl(window);
    boolean hasNone =
        journal instanceof Reading.Absent<LogFacts> absent
            && absent.why() == WhyAbsent.NOT_OFFERED
            && window.takesLastBoot();
    return hasNone ? run(new Command(List.of("dmesg", "--decode"), DEADLINE), "dmesg") : journal;
  }

  private Reading<LogFacts> journal(JournalFiles files, Choice choice) {
    Journal journal = files.journal();
    LogWindow window = choice.of(journal).orElse(LogWindow.ALL);
    Optional<Selection> selection = window.of(journal, workers);
    if (selection.isEmpty()) {
      return new Reading.Absent<>(
          ID,
          WhyAbsent.NOT_OFFERED,
          "the journal has no " + window.words() + "; unhang boots lists those it has");
    }
    Reading<LogFacts> facts =
        JournalFiles.read(JOURNAL, journal, selection.get(), workers, onEvent);
    return files.refused().map(why -> Troubled.with(facts, JOURNAL, why)).orElse(facts);
  }

  private Reading<LogFacts> byJournalctl(LogWindow window) {
    return run(journalctl(window), "journalctl " + String.join(" ", window.arguments()));
  }

  static Command journalctl(LogWindow window) {
    List<String> argv =
        new ArrayList<>(List.of("journalctl", "--no-pager", "--quiet", "--output=json"));
    argv.add("--output-fields=" + FIELDS);
    argv.addAll(window.arguments());
    return new Command(argv, DEADLINE);
  }

  private Reading<LogFacts> run(Command command, String shown) {
    LogReading reading = new LogReading(new Origin(shown), onEvent);
    return switch (host.stream(command, reading)) {
      case Reading.Read<Integer> exit -> ended(exit.value(), reading, shown);
      case Reading.Partly<Integer> exit -> ended(exit.value(), reading, shown);
      case Reading.Absent<Integer> absent -> new Reading.Absent<>(ID, absent.why(), absent.hint());
      case Reading.Unreadable<Integer> unreadable ->
          new Reading.Unreadable<>(unreadable.trouble(), unreadable.origin());
    };
  }

  /// journalctl ends with 1 when it has no entry to show, when it may not, and when the boot is not
  /// there: what it has shown decides.
  private static Reading<LogFacts> ended(int exit, LogReading reading, String shown) {
    Reading<LogFacts> facts = reading.finish();
    boolean hasNothing = facts.known().map(log -> log.bytes() == 0).orElse(false);
    if (!hasNothing) {
      return facts;
    }
    return new Reading.Absent<>(
        ID,
        exit == 0 ? WhyAbsent.NOT_OFFERED : WhyAbsent.DENIED,
        exit == 0
            ? shown + " has no entries"
            : shown
                + " ended with "
                + exit
                + " and showed nothing: run as root, or name a boot"
                + " that 'unhang boots' lists");
  }
}
