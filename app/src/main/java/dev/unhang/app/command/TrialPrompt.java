package dev.unhang.app.command;

import dev.unhang.app.console.Console;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.option.Changing;
import dev.unhang.app.wiring.Host;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.UnhangException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// A trial, as long as the person who began it looks on: what time is left, and Enter keeps it. The
/// process that reverts it waits beside, so that nothing hangs on this one.
public final class TrialPrompt {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /// The other process looks once a second, and a driver may be slow.
  private static final Duration TAKEN_BACK_WITHIN = Duration.ofSeconds(30);

  private final Host host;
  private final Console console;

  public TrialPrompt(Host host, Console console) {
    this.host = host;
    this.console = console;
  }

  /// Waits for Enter, or for the end of the trial.
  ///
  /// @param length how long it is tried
  public ExitCode watch(Change change, Duration length) {
    Duration end = host.clocks().monotonic().plus(length);
    typed();
    console.say("Enter keeps it now. Ctrl-C leaves the trial going: it then ends as said above.");
    long shown = -1;
    while (host.clocks().monotonic().compareTo(end) < 0 && isOnTrial(change)) {
      long left = end.minus(host.clocks().monotonic()).toSeconds();
      if (left != shown) {
        console.askAgain("Keep it? Rolled back in " + left + " s  ");
        shown = left;
      }
      if (typed()) {
        console.say("");
        return keep(change);
      }
      host.clocks().pause(LOOK_EVERY);
    }
    console.say("");
    return ended(change);
  }

  /// Whether Enter was pressed since this was last asked.
  private boolean typed() {
    boolean enter = false;
    try {
      for (int left = console.in().available(); left > 0; left--) {
        enter |= console.in().read() == '\n';
      }
    } catch (IOException gone) {
      return false;
    }
    return enter;
  }

  private ExitCode keep(Change change) {
    return Changing.alone(
        host,
        () -> isOnTrial(change) ? ConfirmCommand.keep(host, change, console) : settled(change));
  }

  private ExitCode ended(Change change) {
    Duration end = host.clocks().monotonic().plus(TAKEN_BACK_WITHIN);
    while (host.clocks().monotonic().compareTo(end) < 0
        && now(change).filter(Change::isPending).isPresent()) {
      host.clocks().pause(LOOK_EVERY);
    }
    return settled(change);
  }

  private ExitCode settled(Change change) {
    Optional<Change.State> state = now(change).map(Change::state);
    console.say(
        "Change "
            + change.number()
            + " is "
            + state.map(Change.State::word).orElse("not on record")
            + ".");
    if (state.equals(Optional.of(Change.State.DONE))) {
      return ExitCode.OK;
    }
    if (state.equals(Optional.of(Change.State.UNDONE))) {
      return ExitCode.TAKEN_BACK;
    }
    console.say("See: unhang history");
    return ExitCode.INCOMPLETE;
  }

  private boolean isOnTrial(Change change) {
    return now(change).filter(each -> each.state() == Change.State.ON_TRIAL).isPresent();
  }

  /// Empty where the ledger can't be read at this moment.
  private Optional<Change> now(Change change) {
    try {
      return host.ledger().history().stream()
          .filter(each -> each.number() == change.number())
          .findFirst();
    } catch (UnhangException unread) {
      return Optional.empty();
    }
  }
}
