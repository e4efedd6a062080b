package dev.unhang.watch.machine;

import dev.unhang.model.id.StepId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the ledger tells when the watch starts: what it did before, whatever ended it.
///
/// @param steps recovery steps of any program within the last hours, oldest first
/// @param rebooted how long ago the watch last ordered a reboot; empty where it never did
/// @param bootIsOurs whether this boot began with that reboot
/// @param open what was last told of episodes that had not ended
public record Past(
    List<Step> steps, Optional<Duration> rebooted, boolean bootIsOurs, List<Account> open) {
  /// A host on which nothing was done yet.
  public static final Past NOTHING = new Past(List.of(), Optional.empty(), false, List.of());

  public Past {
    steps = List.copyOf(steps);
    open = List.copyOf(open);
  }

  /// The same, with something else told of an episode.
  Past with(Account told) {
    return new Past(
        steps,
        rebooted,
        bootIsOurs,
        open.stream().map(each -> each.id().equals(told.id()) ? told : each).toList());
  }

  /// The same, once an episode is gone on with, or over.
  Past without(Account done) {
    return new Past(
        steps, rebooted, bootIsOurs, open.stream().filter(each -> !each.equals(done)).toList());
  }

  /// A recovery step.
  ///
  /// @param nic its key
  /// @param recovery what tells the recovery it belongs to from others: its title in the ledger
  /// @param episode the episode's id; empty where the watch did not do it
  /// @param ago never negative: an entry from the future counts as one of this moment
  public record Step(
      String nic, StepId rung, String recovery, Optional<String> episode, Duration ago) {}
}
