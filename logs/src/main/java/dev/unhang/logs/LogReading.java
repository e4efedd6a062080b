package dev.unhang.logs;

import dev.unhang.logs.bulk.Block;
import dev.unhang.logs.form.RecordSource;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogFacts;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one log from its first byte to its last: bytes in, facts out. The bytes may come in chunks
/// of any size; the facts don't depend on it.
public final class LogReading implements ByteSink {
  private static final SourceId KERNEL_LOG = new SourceId("kernel-log");

  private final Origin origin;
  private final LogTally tally;
  private final TimeSpan span;
  private final TimeSpan.Picking picking;
  private final LogOpening opening = new LogOpening();
  private final ByteArrayOutputStream heldBack = new ByteArrayOutputStream();
  private @Nullable RecordSource source;
  private long bytes;

  public LogReading(Origin origin) {
    this(origin, event -> {});
  }

  /// @param onEvent told of each event as soon as it is complete
  public LogReading(Origin origin, Consumer<KernelEvent> onEvent) {
    this(origin, TimeSpan.ALL, onEvent);
  }

  /// @param span which part of it is read
  public LogReading(Origin origin, TimeSpan span, Consumer<KernelEvent> onEvent) {
    this.origin = origin;
    this.tally = new LogTally(origin, onEvent);
    this.span = span;
    this.picking = span.new Picking();
  }

  @Override
  public void accept(byte[] chunk, int offset, int length) {
    bytes += length;
    opening.accept(chunk, offset, length);
    if (source != null) {
      source.accept(chunk, offset, length);
      return;
    }
    heldBack.write(chunk, offset, length);
    if (opening.isDecided()) {
      begin();
    }
  }

  /// The same for a log that is followed, whose sender hands out whole records.
  public void acceptRecords(byte[] chunk, int offset, int length) {
    accept(chunk, offset, length);
    if (source != null) {
      source.recordEnds();
    }
  }

  /// Whether the rest may come in blocks: the log is text, its beginning has been read, and all of
  /// it is wanted. Whether a log holds a part of a time, and from when to when, each line tells.
  public boolean takesBlocks() {
    return span.isAll() && source != null && source.takesBlocks();
  }

  /// Whether these blocks must hold every byte, as [Block#exactly] makes them.
  public boolean needsEveryByte() {
    return source != null && source.needsEveryByte();
  }

  /// Takes the next block of a bulk log.
  public void accept(Block block) {
    bytes += block.span();
    (source == null ? begin() : source).accept(block, tally::expectsMore);
  }

  /// How many bytes came so far.
  public long bytes() {
    return bytes;
  }

  /// Damage met so far, bounded; for a log that is followed and may never end.
  public List<Trouble> troubles() {
    List<Trouble> met = new ArrayList<>(tally.troubles());
    if (source != null) {
      met.addAll(source.troubles());
    }
    return met;
  }

  private void accept(LogRecord record) {
    if (picking.takes(record)) {
      tally.accept(record);
    }
  }

  /// Hands on what was held back until it was clear what it is.
  private RecordSource begin() {
    RecordSource chosen = opening.reader(origin, this::accept);
    source = chosen;
    chosen.accept(heldBack.toByteArray(), 0, heldBack.size());
    heldBack.reset();
    return chosen;
  }

  /// No more bytes will come: everything that was read.
  public Reading<LogFacts> finish() {
    RecordSource reading = source == null ? begin() : source;
    Optional<String> unreadable = opening.unreadable();
    if (unreadable.isPresent()) {
      return new Reading.Unreadable<>(
          new Trouble(new Place.Whole(origin), unreadable.get()), origin);
    }
    reading.finish();
    Optional<String> nothing = picking.nothing();
    if (nothing.isPresent()) {
      return new Reading.Absent<>(
          KERNEL_LOG, WhyAbsent.NOT_OFFERED, origin.name() + ": " + nothing.get());
    }
    Reading<LogFacts> facts = tally.finish(reading.dialect(), bytes, reading.troubles());
    return opening.isBinary() && facts.known().filter(LogReading::saysSomething).isEmpty()
        ? new Reading.Unreadable<>(
            new Trouble(new Place.Whole(origin), "is binary, not a log"), origin)
        : facts;
  }

  private static boolean saysSomething(LogFacts facts) {
    return !facts.episodes().isEmpty()
        || facts.covers().stream().anyMatch(boot -> boot.from().isKnown());
  }
}
