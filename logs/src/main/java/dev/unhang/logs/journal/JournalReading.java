package dev.unhang.logs.journal;

import dev.unhang.logs.LogTally;
import dev.unhang.logs.bulk.Workers;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogFacts;
import java.util.List;
import java.util.function.Consumer;

/// What a journal says about NICs.
public final class JournalReading {
  private JournalReading() {}

  /// @param origin what the files together are called: their folder
  /// @param onEvent told of each event as soon as it is complete
  public static Reading<LogFacts> read(
      Origin origin,
      Journal journal,
      Selection selection,
      MessageFilter filter,
      Workers workers,
      Consumer<KernelEvent> onEvent) {
    if (!journal.isReadable()) {
      List<Trouble> refused = journal.troubles();
      return new Reading.Unreadable<>(
          refused.isEmpty()
              ? new Trouble(new Place.Whole(origin), "has no journal file")
              : refused.getFirst(),
          origin);
    }
    LogTally tally = new LogTally(origin, onEvent);
    journal.records(selection, filter, workers, tally::accept);
    return tally.finish(List.of("systemd journal"), journal.bytes(), journal.troubles());
  }
}
