package dev.unhang.logs.journal;

import dev.unhang.logs.bulk.Workers;
import dev.unhang.logs.journal.FileBoots.Span;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.id.BootId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Several journal files as one journal. Damage never ends a reading: whatever can be read is
/// handed out, and what was met is listed by [#troubles].
public final class Journal {
  /// journald keeps a hundred files or so. Each that is read takes a window or two.
  private static final int MAX_FILES = 1_000;

  private final List<JournalFile> files = new ArrayList<>();
  private final List<Trouble> refused = new ArrayList<>();
  private final Map<JournalFile, Map<String, Span>> boots = new LinkedHashMap<>();

  private Journal() {}

  /// Looks at the files' headers. The files stay open as long as the journal is read.
  public static Journal open(List<NamedBytes> files) {
    Journal journal = new Journal();
    for (NamedBytes file : files) {
      if (journal.files.size() == MAX_FILES) {
        journal.refused.add(
            new Trouble(
                new Place.Whole(file.origin()),
                "this file and what follows are left out: more than " + MAX_FILES + " files"));
        break;
      }
      JournalFile.Opened opened = JournalFile.open(file.origin(), file.bytes());
      opened.file().ifPresent(journal.files::add);
      opened.refused().ifPresent(journal.refused::add);
    }
    return journal;
  }

  /// Whether any of the files could be read at all.
  public boolean isReadable() {
    return !files.isEmpty();
  }

  /// Length of all files that could be read.
  public long bytes() {
    return files.stream().mapToLong(JournalFile::length).sum();
  }

  /// Files that were refused, and damage met so far.
  public List<Trouble> troubles() {
    List<Trouble> troubles = new ArrayList<>(refused);
    for (JournalFile file : files) {
      troubles.addAll(file.damage().troubles());
    }
    return troubles;
  }

  /// The boots, oldest first, with the times of their first and last entries, whoever wrote them.
  public List<BootSpan> boots(Workers workers) {
    learnBoots(workers);
    Map<String, Span> all = new LinkedHashMap<>();
    for (Map<String, Span> ofFile : boots.values()) {
      ofFile.forEach((id, span) -> all.merge(id, span, Journal::both));
    }
    // No sort: the order of entries whose counters and clocks disagree is none, and a sort may
    // throw at that.
    PriorityQueue<Map.Entry<String, Span>> byFirst =
        new PriorityQueue<>(
            (one, other) -> one.getValue().first().compareTo(other.getValue().first()));
    byFirst.addAll(all.entrySet());
    List<BootSpan> spans = new ArrayList<>();
    for (int index = 1 - byFirst.size(); !byFirst.isEmpty(); index++) {
      Map.Entry<String, Span> boot = byFirst.remove();
      Span span = boot.getValue();
      Optional<BootId> id = BootId.parse(boot.getKey());
      if (id.isPresent()) {
        spans.add(new BootSpan(index, id.get(), time(span.first()), time(span.last())));
      }
    }
    return spans;
  }

  private void learnBoots(Workers workers) {
    if (!boots.isEmpty()) {
      return;
    }
    List<Supplier<Map<String, Span>>> pieces = new ArrayList<>();
    for (JournalFile file : files) {
      pieces.add(() -> FileBoots.of(file));
    }
    List<Map<String, Span>> found = workers.all(pieces);
    for (int i = 0; i < files.size(); i++) {
      boots.put(files.get(i), found.get(i));
    }
  }

  private static Span both(Span one, Span other) {
    return new Span(
        one.first().compareTo(other.first()) <= 0 ? one.first() : other.first(),
        one.last().compareTo(other.last()) >= 0 ? one.last() : other.last());
  }

  private static Instant time(EntryKey key) {
    // Damage may have made any number of it.
    return Instant.EPOCH.plus(key.realtime & Long.MAX_VALUE, ChronoUnit.MICROS);
  }

  /// The boot that `journalctl --boot=` would take.
  ///
  /// @param index 0 for the last, -1 for the one before, 1 for the oldest, 2 for the next
  public Optional<BootSpan> boot(int index, Workers workers) {
    List<BootSpan> all = boots(workers);
    int at = index > 0 ? index - 1 : all.size() - 1 + index;
    return at >= 0 && at < all.size() ? Optional.of(all.get(at)) : Optional.empty();
  }

  /// Hands out records in the order of the journal: what the kernel said and the filter wants, the
  /// kernel's first and last words in each boot, and what tells how a boot ended.
  public void records(
      Selection selection, MessageFilter filter, Workers workers, Consumer<LogRecord> out) {
    if (selection.boot().isEmpty() && bootsOverlap(workers)) {
      for (BootSpan boot : boots(workers)) {
        records(selection.ofBoot(boot.id()), filter, workers, out);
      }
      return;
    }
    Selection.Test test = selection.test();
    List<Supplier<Hits>> pieces = new ArrayList<>();
    for (JournalFile file : selected(selection, workers)) {
      pieces.add(() -> Hits.of(file, test, filter));
    }
    Merge<Hits> merge = new Merge<>(workers.all(pieces));
    for (Optional<Hits> hit = merge.next(); hit.isPresent(); hit = merge.next()) {
      RecordOfEntry.read(hit.get().file(), hit.get().objects(), hit.get().entry()).ifPresent(out);
    }
  }

  /// A machine without a clock that runs on begins each boot at the same time: by the time of day
  /// its boots would be shuffled into one another.
  private boolean bootsOverlap(Workers workers) {
    List<BootSpan> all = boots(workers);
    for (int i = 1; i < all.size(); i++) {
      if (!all.get(i).first().isAfter(all.get(i - 1).last())) {
        return true;
      }
    }
    return false;
  }

  /// Hands out all records of the kernel, in the order of the journal, as `journalctl
  /// _TRANSPORT=kernel -o json` prints them. The order of fields within a line is free; everything
  /// else is the same.
  public void json(Selection selection, Workers workers, ByteSink out) {
    Selection.Test test = selection.test();
    JsonFile.Together together = new JsonFile.Together();
    List<JsonFile> lines = new ArrayList<>();
    for (JournalFile file : selected(selection, workers)) {
      lines.add(new JsonFile(file, workers, test, together));
    }
    Merge<JsonFile> merge = new Merge<>(lines);
    for (Optional<JsonFile> next = merge.next(); next.isPresent(); next = merge.next()) {
      JsonFile file = next.get();
      file.begin();
      int from = file.lineBegins();
      file.advanceTo(merge.rival());
      merge.passed(file.key());
      out.accept(file.text(), from, file.lineEnds() - from);
    }
  }

  private List<JournalFile> selected(Selection selection, Workers workers) {
    if (selection.boot().isEmpty()) {
      return files;
    }
    learnBoots(workers);
    String id = selection.boot().get().value();
    return files.stream()
        .filter(file -> boots.getOrDefault(file, Map.of()).containsKey(id))
        .toList();
  }
}
