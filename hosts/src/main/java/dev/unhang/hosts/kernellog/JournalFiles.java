package dev.unhang.hosts.kernellog;

import dev.unhang.logs.bulk.Workers;
import dev.unhang.logs.journal.Journal;
import dev.unhang.logs.journal.JournalReading;
import dev.unhang.logs.journal.NamedBytes;
import dev.unhang.logs.journal.Selection;
import dev.unhang.logs.message.MessageFamilies;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogFacts;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// systemd's journal files of a folder or several, open for reading.
///
/// Man: systemd-journald.service(8), "FILES"
public final class JournalFiles implements Closeable {
  /// How a journal file begins.
  ///
  /// Doc: systemd "Journal File Format"
  public static final String SIGNATURE = "LPKSHHRH";

  private final List<NamedBytes> files = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private JournalFiles() {}

  /// One file.
  public static JournalFiles of(Origin origin, ByteSource bytes) {
    JournalFiles one = new JournalFiles();
    one.files.add(new NamedBytes(origin, bytes));
    return one;
  }

  /// The files in folders and in the folders right below them, one for each machine.
  public static JournalFiles below(HostView host, List<HostPath> folders) {
    JournalFiles all = new JournalFiles();
    for (HostPath folder : folders) {
      all.addAll(host, folder, true);
    }
    return all;
  }

  private void addAll(HostView host, HostPath folder, boolean below) {
    Reading<List<String>> names = host.list(folder);
    if (names instanceof Reading.Absent<List<String>> absent && absent.why() == WhyAbsent.DENIED) {
      refused.add(absent.hint());
    }
    for (String name : names.known().orElse(List.of())) {
      HostPath path = folder.resolve(name);
      if (isJournal(name)) {
        open(host, path);
      } else if (below && isFolder(host, path)) {
        addAll(host, path, false);
      }
    }
  }

  /// What was not closed cleanly keeps a tilde behind its name.
  private static boolean isJournal(String name) {
    return name.endsWith(".journal") || name.endsWith(".journal~");
  }

  private static boolean isFolder(HostView host, HostPath path) {
    return host.attributes(path)
        .known()
        .filter(attributes -> attributes.kind() == FileAttributes.Kind.DIRECTORY)
        .isPresent();
  }

  private void open(HostView host, HostPath path) {
    Reading<ByteSource> opened = host.open(path);
    opened
        .known()
        .ifPresentOrElse(
            bytes -> files.add(new NamedBytes(new Origin(path.value()), bytes)),
            () -> refused.add(opened.whyNot().orElse(path.value())));
  }

  /// Whether there is any that may be read.
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /// Why some, or all, may not be read; the first reason. Empty where all may.
  public Optional<String> refused() {
    return refused.stream().findFirst();
  }

  /// The files as one journal.
  public Journal journal() {
    return Journal.open(files);
  }

  /// What they say about NICs.
  ///
  /// @param origin what the files are called together
  /// @param onEvent told of each event, in order
  public static Reading<LogFacts> read(
      Origin origin,
      Journal journal,
      Selection selection,
      Workers workers,
      Consumer<KernelEvent> onEvent) {
    return JournalReading.read(
        origin, journal, selection, MessageFamilies.candidates()::any, workers, onEvent);
  }

  @Override
  public void close() throws IOException {
    for (NamedBytes file : files) {
      file.bytes().close();
    }
  }
}
