package dev.unhang.watch.machine;

import dev.unhang.model.id.StepId;
import dev.unhang.model.log.HangDump;
import dev.unhang.watch.policy.PreventRule;
import dev.unhang.watch.sense.WatchedNic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Something to be done. Each comes back as the result that bears its number.
public sealed interface Order {
  /// Counts from 1.
  int number();

  /// Finish, or roll back, what a former watch left half done.
  record Settle(int number) implements Order {}

  /// Read the counters of these NICs.
  record Sample(int number, List<WatchedNic> nics) implements Order {
    public Sample {
      nics = List.copyOf(nics);
    }
  }

  /// Look at the device itself.
  record Look(int number, WatchedNic nic) implements Order {}

  /// Save what a reset would destroy.
  record Freeze(int number, WatchedNic nic, String episode) implements Order {}

  /// Climb the recovery ladder.
  ///
  /// @param episode the title under which the ledger has its steps
  /// @param mayDestroyInterface whether steps that lose the interface may be done
  /// @param tried steps that were done in this episode: none of them again
  /// @param report the last hang report
  record Recover(
      int number,
      WatchedNic nic,
      String episode,
      boolean mayDestroyInterface,
      Set<StepId> tried,
      Optional<HangDump> report)
      implements Order {
    public Recover {
      tried = Set.copyOf(tried);
    }
  }

  /// Switch off what makes it hang.
  record Prevent(int number, WatchedNic nic, String episode, PreventRule rule) implements Order {}

  /// Tell of an episode as it stands now; what was told of it before is replaced.
  record Tell(int number, Account account) implements Order {}

  /// Reboot the host.
  record Reboot(int number, WatchedNic nic, String episode) implements Order {}
}
