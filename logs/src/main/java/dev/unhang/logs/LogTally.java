package dev.unhang.logs;

import dev.unhang.logs.HangReader.State;
import dev.unhang.logs.HangReader.Step;
import dev.unhang.logs.episode.EpisodeTally;
import dev.unhang.logs.message.ChipMessages;
import dev.unhang.logs.message.MachineMessages;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LogFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What the records of one log mean, in the order they come. Where they come from, text or a
/// journal or the running kernel, is not known here.
public final class LogTally {
  /// Enough to say what is wrong without repeating the file.
  private static final int MAX_TROUBLES = 50;

  private final Origin origin;
  private final Consumer<KernelEvent> onEvent;
  private final EpisodeTally tally = new EpisodeTally();
  private final List<Trouble> troubles = new ArrayList<>();
  private final TimeOrder order = new TimeOrder();
  private final MachineMessages machine = new MachineMessages();
  private final ChipMessages chips = new ChipMessages();
  private State state = State.START;

  /// @param onEvent told of each event as soon as it is complete
  public LogTally(Origin origin, Consumer<KernelEvent> onEvent) {
    this.origin = origin;
    this.onEvent = onEvent;
  }

  /// Takes the next record.
  public void accept(LogRecord record) {
    order.record(record.at());
    machine.accept(record);
    chips.accept(record);
    if (tally.isOfNextBoot(record)) {
      take(HangReader.flush(state));
    }
    tally.record(record);
    take(HangReader.accept(state, record));
  }

  /// Whether a report has begun that may go on: then the next lines belong to it.
  boolean expectsMore() {
    return !state.open().isEmpty();
  }

  /// Damage met so far, bounded.
  List<Trouble> troubles() {
    return List.copyOf(troubles);
  }

  private void take(Step step) {
    state = step.state();
    step.mended().ifPresent(tally::learn);
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

  /// No more records will come: what they say.
  ///
  /// @param dialect as [LogFacts] has it
  /// @param bytes length of what was read
  /// @param met troubles met before records were made
  public Reading<LogFacts> finish(List<String> dialect, long bytes, List<Trouble> met) {
    if (order.isNewestFirst()) {
      return new Reading.Unreadable<>(
          new Trouble(
              new Place.Whole(origin),
              "is newest first, so nothing in it can be joined; give it oldest first: journalctl"
                  + " without --reverse, or tac F | unhang scan -"),
          origin);
    }
    take(HangReader.flush(state));
    tally.endOfLog();
    troubles.addAll(met);
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
            dialect,
            bytes,
            tally.covers(),
            troubles,
            tally.episodes(),
            tally.faults(),
            tally.strays(),
            tally.notices(),
            tally.standstills(),
            machine.told(),
            chips.told(),
            tally.counts());
    return troubles.isEmpty()
        ? new Reading.Read<>(facts, origin)
        : new Reading.Partly<>(facts, troubles, origin);
  }
}
