package dev.unhang.repair;

import dev.unhang.model.change.Change;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.host.Clocks;
import java.time.Duration;
import java.util.Optional;

/// Waits for the end of a trial, in a process that does nothing else.
public final class TrialWatch {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final ChangeLedger ledger;
  private final Clocks clocks;

  public TrialWatch(ChangeLedger ledger, Clocks clocks) {
    this.ledger = ledger;
    this.clocks = clocks;
  }

  /// Says that the way back is armed, and waits. Where the waiting was begun before and died, it
  /// begins anew.
  ///
  /// @param length of CLOCK_MONOTONIC: a wall clock that is set doesn't shorten it
  /// @return the change, where it was neither confirmed nor taken back
  public Optional<Change> await(int number, Duration length) {
    Duration end = clocks.monotonic().plus(length);
    pending(number)
        .filter(change -> change.state() == Change.State.TO_BE_TRIED)
        .ifPresent(change -> ledger.reached(change, Change.State.ARMED));
    while (clocks.monotonic().compareTo(end) < 0 && pending(number).isPresent()) {
      clocks.pause(LOOK_EVERY);
    }
    return pending(number);
  }

  /// The change, while it is neither kept nor rolled back.
  public Optional<Change> pending(int number) {
    return ledger.history().stream()
        .filter(change -> change.number() == number && change.isPending())
        .findFirst();
  }
}
