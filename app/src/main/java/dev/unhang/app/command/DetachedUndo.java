package dev.unhang.app.command;

import dev.unhang.app.wiring.Host;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.host.HostPath;
import dev.unhang.repair.Trial;
import dev.unhang.repair.guard.LocalDisk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Arms a trial's way back: another unhang, which outlives this one and the terminal, and runs from
/// a disk of this host.
final class DetachedUndo implements Trial.Arming {
  private static final Duration ARMED_WITHIN = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Host host;

  DetachedUndo(Host host) {
    this.host = host;
  }

  @Override
  public void arm(Change change, Duration length) {
    List<String> own = OwnCommand.read(host.view());
    LocalDisk.require(
        host.view(), List.of(new HostPath(own.getFirst()), new HostPath(own.getLast())));
    List<String> words = new ArrayList<>(own);
    words.addAll(
        List.of(
            RevertCommand.NAME,
            String.valueOf(change.number()),
            RevertCommand.AFTER,
            String.valueOf(length.toSeconds())));
    host.control().detach("unhang-trial-" + change.number(), words);
    Duration end = host.clocks().monotonic().plus(ARMED_WITHIN);
    while (!isArmed(change)) {
      if (host.clocks().monotonic().compareTo(end) > 0) {
        throw new CannotChange(
            "arm what takes the change back by itself",
            change.nic().value(),
            "it did not report within " + ARMED_WITHIN.toSeconds() + " s; nothing was changed",
            "see: systemctl status unhang-trial-" + change.number());
      }
      host.clocks().pause(LOOK_EVERY);
    }
  }

  private boolean isArmed(Change change) {
    return host.ledger().history().stream()
        .anyMatch(each -> each.number() == change.number() && each.state() == Change.State.ARMED);
  }
}
