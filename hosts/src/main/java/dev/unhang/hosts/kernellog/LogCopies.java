package dev.unhang.hosts.kernellog;

import dev.unhang.logs.bulk.Workers;
import dev.unhang.logs.journal.BootSpan;
import dev.unhang.logs.journal.Journal;
import dev.unhang.logs.journal.Selection;
import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.logs.unpack.Unpacking;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Copies of a host's kernel logs, the newest first, as [KernelLog] would look for them: of the
/// journal only the kernel's own records, a boot a copy. What is too much is left out and said.
public final class LogCopies {
  /// A boot whose log is longer printed the same thing over and over.
  private static final long MAX_LOG = 20L << 20;

  /// What can be sent once it is packed.
  private static final long MAX_ALL = 64L << 20;

  /// What they may need of memory, packed: of text that is none.
  private static final long MAX_PACKED = 16L << 20;

  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final int CHUNK = 256 << 10;

  private final HostView host;
  private final Workers workers;
  private final List<LogCopy> copies = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private long room = MAX_ALL;
  private long packed;

  public LogCopies(HostView host, Workers workers) {
    this.host = host;
    this.workers = workers;
  }

  /// What was left out, in words for a person.
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /// The logs of the last 30 days.
  ///
  /// @param now of the host
  public List<LogCopy> read(Instant now) throws IOException {
    LogWindow window = LogWindow.recent(now);
    try (JournalFiles files = KernelLog.journalOf(host)) {
      if (files.isEmpty()) {
        files.refused().ifPresent(leftOut::add);
        printed(window);
      } else {
        boots(files.journal(), window);
      }
    }
    if (host.attributes(KernelLog.PERSISTENT_JOURNAL).known().isEmpty()) {
      for (HostPath file : new LogsElsewhere(host, event -> {}).files()) {
        file(file);
      }
    }
    if (copies.isEmpty() && leftOut.isEmpty()) {
      leftOut.add("the kernel log: none could be read");
    }
    return List.copyOf(copies);
  }

  /// The logs of the last 30 days in which the host of a disk wrote.
  ///
  /// @param otherwise where no journal tells when that was
  public List<LogCopy> readLastDays(Instant otherwise) throws IOException {
    Instant last;
    try (JournalFiles files = KernelLog.journalOf(host)) {
      last =
          files.journal().boots(workers).stream()
              .map(BootSpan::last)
              .max(Comparator.naturalOrder())
              .orElse(otherwise);
    }
    return read(last);
  }

  private void boots(Journal journal, LogWindow window) {
    List<BootSpan> boots = new ArrayList<>(journal.boots(workers));
    boots.sort(Comparator.comparing(BootSpan::last).reversed());
    for (BootSpan boot : boots) {
      if (window.since().filter(boot.last()::isBefore).isEmpty()) {
        LogTail tail = new LogTail(Math.min(room, MAX_LOG));
        if (hasRoom("boot " + boot.id())) {
          journal.json(
              new Selection(Optional.of(boot.id()), window.since(), Optional.empty()),
              workers,
              tail);
          keep(tail, "journal-" + boot.id() + ".json");
        }
      }
    }
  }

  private void printed(LogWindow window) {
    LogTail journal = new LogTail(MAX_LOG);
    host.stream(KernelLog.journalctl(window), journal);
    if (!journal.isEmpty()) {
      keep(journal, "journal.json");
      return;
    }
    LogTail ring = new LogTail(MAX_LOG);
    host.stream(new Command(List.of("dmesg", "--decode"), DEADLINE), ring);
    keep(ring, "dmesg.txt");
  }

  private void file(HostPath path) {
    Optional<ByteSource> opened = host.open(path).known();
    if (opened.isEmpty()) {
      leftOut.add(path + ": can't be read");
      return;
    }
    LogTail tail = new LogTail(Math.min(room, MAX_LOG));
    try (ByteSource source = opened.get();
        Unpacking text = new Unpacking(new SourceStream(source))) {
      if (!hasRoom(path.value())) {
        return;
      }
      byte[] chunk = new byte[CHUNK];
      for (int length = text.read(chunk); length >= 0; length = text.read(chunk)) {
        tail.accept(chunk, 0, length);
      }
    } catch (IOException damaged) {
      leftOut.add(path + ": " + damaged.getMessage());
    }
    keep(tail, path.value().substring(1).replace('/', '-') + ".txt");
  }

  private boolean hasRoom(String what) {
    if (room <= 0) {
      leftOut.add(what + ": the logs before it are " + (MAX_ALL >> 20) + " MB");
    } else if (packed > MAX_PACKED) {
      leftOut.add(what + ": the logs before it are " + (packed >> 20) + " MB when packed");
    }
    return room > 0 && packed <= MAX_PACKED;
  }

  private void keep(LogTail tail, String name) {
    if (tail.isEmpty()) {
      return;
    }
    LogCopy copy = tail.copy(name);
    copies.add(copy);
    room -= copy.text().size();
    packed += copy.text().kept();
    if (copy.leftOut() > 0) {
      leftOut.add(name + ": its first " + copy.leftOut() + " bytes");
    }
  }
}
