package dev.unhang.app.source;

import dev.unhang.app.console.Console;
import dev.unhang.hosts.kernellog.DuplicateEpisodes;
import dev.unhang.hosts.kernellog.JournalFiles;
import dev.unhang.hosts.kernellog.KernelLog;
import dev.unhang.hosts.kernellog.LogWindow;
import dev.unhang.logs.LogReading;
import dev.unhang.logs.TimeSpan;
import dev.unhang.logs.journal.Journal;
import dev.unhang.logs.journal.Selection;
import dev.unhang.logs.unpack.DamagedArchive;
import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.logs.unpack.Unpacking;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Logs that a person names: texts, compressed or not, journal files and folders of them, and `-`
/// for standard input.
public final class NamedLogs {
  private final HostView files;
  private final Console console;
  private final Threads threads;
  private final Optional<LogWindow> window;
  private final Consumer<KernelEvent> onEvent;

  /// @param window what part is read; empty for all. Of a text no boot can be chosen
  public NamedLogs(HostView files, Console console, Threads threads, Optional<LogWindow> window) {
    this(files, console, threads, window, event -> {});
  }

  /// @param onEvent told of each event, log by log
  public NamedLogs(
      HostView files,
      Console console,
      Threads threads,
      Optional<LogWindow> window,
      Consumer<KernelEvent> onEvent) {
    this.files = files;
    this.console = console;
    this.threads = threads;
    this.window = window;
    this.onEvent = onEvent;
  }

  /// Every named log, in the order named, each without what another one tells better.
  public List<Reading<LogFacts>> read(List<String> names) {
    List<Reading<LogFacts>> logs = new ArrayList<>();
    for (String name : names) {
      logs.add(name.equals("-") ? stdin() : named(name));
    }
    return DuplicateEpisodes.once(logs);
  }

  private Reading<LogFacts> stdin() {
    if (console.terminal()) {
      console.note("unhang: paste a log or a hang report, then press Ctrl-D on a line of its own");
    }
    Origin origin = new Origin("-");
    LogReading reading = new LogReading(origin, span("standard input"), onEvent);
    try (Progress progress = new Progress(console, "standard input", 0)) {
      return stream(console.in(), new TextInput(threads, reading, progress), reading, origin);
    }
  }

  /// A text names no boots, and may name the time of day.
  private TimeSpan span(String name) {
    if (window.isPresent() && !(window.get().boot() instanceof LogWindow.Boot.All)) {
      throw new CannotRead(
          "choose a boot of " + name,
          "",
          "it is a text, which names no boots",
          "leave --boot out, or name the journal itself");
    }
    return window.map(part -> new TimeSpan(part.since(), part.until())).orElse(TimeSpan.ALL);
  }

  private Reading<LogFacts> named(String name) {
    HostPath path = Journals.path(name);
    try {
      if (Journals.isFolder(files, path)) {
        return journal(Journals.folder(files, path, name), name);
      }
      ByteSource bytes = Journals.file(files, path, name);
      Journals.requireUnpacked(bytes, name);
      return Journals.isJournal(bytes)
          ? journal(JournalFiles.of(new Origin(name), bytes), name)
          : text(bytes, name);
    } catch (IOException | UncheckedIOException broken) {
      throw new CannotRead(
          "read " + name, "", String.valueOf(broken.getMessage()), "copy it and retry");
    }
  }

  private Reading<LogFacts> journal(JournalFiles named, String name) throws IOException {
    try (JournalFiles opened = named) {
      Journal journal = opened.journal();
      LogWindow part = window.orElse(LogWindow.ALL);
      Optional<Selection> selection = part.of(journal, threads);
      if (selection.isEmpty()) {
        return new Reading.Absent<>(
            KernelLog.ID,
            WhyAbsent.NOT_OFFERED,
            name + " has no " + part.words() + "; unhang boots " + name + " lists those it has");
      }
      return JournalFiles.read(new Origin(name), journal, selection.get(), threads, onEvent);
    }
  }

  private Reading<LogFacts> text(ByteSource bytes, String name) throws IOException {
    return text(bytes, name, span(name), console, threads, onEvent);
  }

  /// Reads a text, whatever it is packed with, and closes it.
  static Reading<LogFacts> text(
      ByteSource bytes,
      String name,
      TimeSpan span,
      Console console,
      Threads threads,
      Consumer<KernelEvent> onEvent)
      throws IOException {
    try (BreakableSource source = new BreakableSource(bytes);
        Progress progress = new Progress(console, name, source.length())) {
      Origin origin = new Origin(name);
      LogReading reading = new LogReading(origin, span, onEvent);
      TextInput input = new TextInput(threads, reading, progress);
      Reading<LogFacts> read =
          isPacked(source)
              ? stream(new SourceStream(source), input, reading, origin)
              : atRest(source, input, reading, origin);
      return source.broken().map(why -> with(read, unreadable(origin, why), origin)).orElse(read);
    }
  }

  private static boolean isPacked(ByteSource source) {
    ByteBuffer first = ByteBuffer.allocate(Unpacking.MARK);
    int length = Math.max(0, source.read(0, first));
    return Unpacking.isPacked(Arrays.copyOf(first.array(), length));
  }

  private static Reading<LogFacts> atRest(
      ByteSource source, TextInput input, LogReading reading, Origin origin) {
    long length = source.length();
    long read = input.file(source);
    Reading<LogFacts> facts = reading.finish();
    return read < length
        ? with(
            facts, Trouble.end(new Place.Whole(origin), "became shorter while it was read"), origin)
        : facts;
  }

  /// Whatever the log is packed with; of a damaged one, what could be unpacked.
  private static Reading<LogFacts> stream(
      InputStream in, TextInput input, LogReading reading, Origin origin) {
    // Whoever opened it closes it.
    @SuppressWarnings("resource")
    Unpacking text = new Unpacking(in);
    try {
      input.stream(text);
    } catch (DamagedArchive damaged) {
      return with(reading.finish(), Trouble.end(new Place.Whole(origin), damaged.what()), origin);
    } catch (IOException broken) {
      return with(
          reading.finish(), unreadable(origin, String.valueOf(broken.getMessage())), origin);
    }
    return reading.finish();
  }

  private static Trouble unreadable(Origin origin, String why) {
    return Trouble.end(new Place.Whole(origin), "can't be read any further: " + why);
  }

  private static Reading<LogFacts> with(Reading<LogFacts> read, Trouble damage, Origin origin) {
    Optional<LogFacts> known = read.known().filter(facts -> facts.bytes() > 0);
    if (known.isEmpty()) {
      return new Reading.Unreadable<>(damage, origin);
    }
    LogFacts facts = known.get().with(damage);
    return new Reading.Partly<>(facts, facts.troubles(), origin);
  }
}
