package dev.unhang.diagnose;

import dev.unhang.diagnose.HangReader.State;
import dev.unhang.diagnose.HangReader.Step;
import dev.unhang.diagnose.episode.EpisodeTally;
import dev.unhang.diagnose.log.JournalJson;
import dev.unhang.diagnose.log.LogRecord;
import dev.unhang.diagnose.log.RecordSource;
import dev.unhang.diagnose.log.TextLog;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.facts.KernelEvent;
import dev.unhang.model.facts.LogFacts;
import dev.unhang.model.host.ByteSink;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one log from its first byte to its last: bytes in, facts out. The bytes may come in chunks
/// of any size; the facts don't depend on it.
public final class LogReading implements ByteSink {
  /// Enough to say what is wrong without repeating the file.
  private static final int MAX_TROUBLES = 50;

  private final Origin origin;
  private final Consumer<KernelEvent> onEvent;
  private final EpisodeTally tally = new EpisodeTally();
  private final List<Trouble> troubles = new ArrayList<>();
  private final LogOpening opening = new LogOpening();
  private final ByteArrayOutputStream heldBack = new ByteArrayOutputStream();
  private @Nullable RecordSource source;
  private State state = State.START;
  private long bytes;

  public LogReading(Origin origin) {
    this(origin, event -> {});
  }

  /// @param onEvent told of each event as soon as it is complete
  public LogReading(Origin origin, Consumer<KernelEvent> onEvent) {
    this.origin = origin;
    this.onEvent = onEvent;
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

  /// Hands on what was held back until it was clear what it is.
  private RecordSource begin() {
    RecordSource chosen =
        opening.isJournalJson()
            ? new JournalJson(origin, this::record)
            : new TextLog(origin, this::record);
    source = chosen;
    chosen.accept(heldBack.toByteArray(), 0, heldBack.size());
    heldBack.reset();
    return chosen;
  }

  private void record(LogRecord record) {
    if (tally.isOfNextBoot(record)) {
      take(HangReader.flush(state));
    }
    tally.record(record);
    take(HangReader.accept(state, record));
  }

  private void take(Step step) {
    state = step.state();
    for (KernelEvent event : step.events()) {
      tally.event(event);
      onEvent.accept(event);
    }
    for (Trouble trouble : step.troubles()) {
      if (troubles.size() < MAX_TROUBLES) {
        troubles.add(trouble);
      }
    }
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
    take(HangReader.flush(state));
    tally.endOfLog();
    troubles.addAll(reading.troubles());
    if (bytes == 0) {
      troubles.add(new Trouble(new Place.Whole(origin), "is empty"));
    }
    if (tally.leftOut() > 0) {
      troubles.add(
          new Trouble(new Place.Whole(origin), tally.leftOut() + " more episodes, not listed"));
    }
    LogFacts facts =
        new LogFacts(
            origin,
            reading.dialect(),
            bytes,
            tally.covers(),
            troubles,
            tally.episodes(),
            tally.counts());
    return troubles.isEmpty()
        ? new Reading.Read<>(facts, origin)
        : new Reading.Partly<>(facts, troubles, origin);
  }
}
