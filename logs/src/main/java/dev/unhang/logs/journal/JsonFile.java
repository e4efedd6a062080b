package dev.unhang.logs.journal;

import dev.unhang.logs.bulk.Workers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The kernel's entries of one file as lines of JSON, written some pages ahead by whoever lends a
/// hand.
final class JsonFile implements OrderedEntries {
  /// Pages written at once: a few for each processor, so that none waits long for the others.
  private static final int PAGES = 8;

  private static final int PAGE_ENTRIES = 1024;

  /// A page stops here and goes on later: lines may be long.
  private static final int MAX_PAGE = 1 << 20;

  private final JournalFile file;
  private final Workers workers;
  private final Selection.Test selection;
  private final Together together;
  private final ObjectReader objects;
  private final EntryChain chain;
  private final Deque<Written> pages = new ArrayDeque<>();
  private final ConcurrentLinkedQueue<JsonEntry> writers = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<JsonBytes> buffers = new ConcurrentLinkedQueue<>();
  private final EntryKey key;
  private @Nullable Written current;
  private long first;
  private boolean begun;
  private boolean ended;
  private boolean gathered;
  private int line;

  /// Files whose entries come in turn: they share the memory for pages.
  static final class Together {
    private int files;
  }

  /// A page and where its lines are; not written yet where there is no text.
  record Written(JsonPage page, @Nullable JsonBytes text) {}

  JsonFile(JournalFile file, Workers workers, Selection.Test selection, Together together) {
    this.file = file;
    this.workers = workers;
    this.selection = selection;
    this.together = together;
    this.objects = file.narrow();
    this.chain = new FieldLookup(objects, file.damage()).kernel();
    this.key = new EntryKey(objects.header().seqnumHigh(), objects.header().seqnumLow());
  }

  /// The first entry is only looked at: its page is written when its turn has come, so that files
  /// that follow each other don't take memory at once.
  @Override
  public boolean advance() {
    if (first == 0) {
      first = firstSelected();
      return first != 0;
    }
    if (!begun) {
      EntryKey looked = key.copy();
      begin();
      if (key.compareTo(looked) != 0) {
        return !ended;
      }
    }
    return step();
  }

  /// Goes on to the next line.
  private boolean step() {
    line++;
    Written page = current;
    while (page == null || line >= page.page().lines()) {
      if (page != null && page.text() != null) {
        buffers.add(page.text());
      }
      page = nextPage();
      current = page;
      line = 0;
      if (page == null) {
        writers.clear();
        buffers.clear();
        if (!ended) {
          ended = true;
          together.files--;
        }
        return false;
      }
    }
    page.page().key(line, key);
    return true;
  }

  private long firstSelected() {
    EntryView entry = new EntryView(objects);
    for (long offset = chain.next(); offset != 0; offset = chain.next()) {
      if (entry.readKey(offset) && selection.takes(entry.key())) {
        key.takeFrom(entry.key());
        return offset;
      }
    }
    return 0;
  }

  /// Makes sure that the line of the entry that is looked at is written.
  void begin() {
    if (!begun) {
      begun = true;
      together.files++;
      line = -1;
      step();
    }
  }

  @Override
  public EntryKey key() {
    return key;
  }

  private @Nullable Written nextPage() {
    if (pages.isEmpty()) {
      gather();
    }
    Written first = pages.peek();
    if (first != null && first.text() == null) {
      write();
    }
    return pages.poll();
  }

  private void gather() {
    int share = Math.max(1, together.files);
    int most = Math.max(16, PAGE_ENTRIES / share);
    for (int i = 0; i < Math.max(1, PAGES / share); i++) {
      long[] offsets = new long[most];
      int count = 0;
      if (!gathered) {
        gathered = true;
        offsets[count++] = first;
      }
      while (count < most) {
        long offset = chain.next();
        if (offset == 0) {
          break;
        }
        offsets[count++] = offset;
      }
      if (count == 0) {
        return;
      }
      pages.add(new Written(new JsonPage(Arrays.copyOf(offsets, count)), null));
    }
  }

  /// Writes every page that is not written. What a page had no room for is a page behind it.
  private void write() {
    List<Supplier<Written>> pieces = new ArrayList<>();
    for (Written page : pages) {
      pieces.add(() -> page.text() == null ? written(page.page()) : page);
    }
    pages.clear();
    for (Written page : workers.all(pieces)) {
      pages.add(page);
      if (page.page().goesOn()) {
        pages.add(new Written(page.page().rest(), null));
      }
    }
  }

  private Written written(JsonPage page) {
    JsonEntry writer = writers.poll();
    if (writer == null) {
      writer = new JsonEntry(file, selection);
    }
    JsonBytes buffer = buffers.poll();
    if (buffer == null) {
      buffer = new JsonBytes(64 << 10);
    }
    page.write(writer, buffer, Math.max(64 << 10, MAX_PAGE / Math.max(1, together.files)));
    writers.add(writer);
    return new Written(page, buffer);
  }

  byte[] text() {
    return current == null || current.text() == null ? new byte[0] : current.text().bytes();
  }

  int lineBegins() {
    return current == null ? 0 : current.page().begin(line);
  }

  int lineEnds() {
    return current == null ? 0 : current.page().end(line);
  }

  /// Goes on within the page as long as no other file's entry comes before.
  void advanceTo(Optional<EntryKey> rival) {
    Written page = current;
    if (page == null) {
      return;
    }
    int last = page.page().lines() - 1;
    page.page().key(last, key);
    if (rival.isEmpty() || key.compareTo(rival.get()) < 0) {
      line = last;
      return;
    }
    page.page().key(line, key);
    while (line < last) {
      page.page().key(line + 1, key);
      if (key.compareTo(rival.get()) >= 0) {
        page.page().key(line, key);
        return;
      }
      line++;
    }
  }
}
