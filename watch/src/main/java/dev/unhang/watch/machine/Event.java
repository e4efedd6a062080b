package dev.unhang.watch.machine;

import dev.unhang.model.id.StepId;
import dev.unhang.watch.policy.Policy;
import dev.unhang.watch.sense.KernelWord;
import dev.unhang.watch.sense.Sight;
import dev.unhang.watch.sense.TxSample;
import dev.unhang.watch.sense.WatchedNic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Something that happened.
public sealed interface Event {
  /// When.
  Moment at();

  /// The watch started.
  ///
  /// @param boot a few characters that tell this boot from others
  record Started(Moment at, Policy policy, Past past, String boot) implements Event {}

  /// The NICs there are now: some may be new, renamed or gone.
  record NicsSeen(Moment at, List<WatchedNic> nics) implements Event {
    public NicsSeen {
      nics = List.copyOf(nics);
    }
  }

  /// The kernel said something.
  record KernelSaid(Moment at, KernelWord word) implements Event {}

  /// Time passed.
  record Ticked(Moment at) implements Event {}

  /// There is another policy.
  record Reloaded(Moment at, Policy policy) implements Event {}

  /// A hold was set or lifted.
  ///
  /// @param why empty where it was lifted
  record Held(Moment at, Optional<String> why) implements Event {}

  /// How an order ended.
  sealed interface Result extends Event {
    /// The order's number.
    int order();
  }

  /// What was interrupted by the end of a former watch is finished or rolled back.
  ///
  /// @param again whether another program has the host, so that it has to be tried later
  record Settled(Moment at, int order, boolean again) implements Result {}

  /// Counters were read.
  ///
  /// @param samples by the NIC's key; one that could not be read has none
  record Sampled(Moment at, int order, Map<String, TxSample> samples) implements Result {
    public Sampled {
      samples = Map.copyOf(samples);
    }
  }

  /// A NIC was looked at.
  record Looked(Moment at, int order, String nic, Sight sight) implements Result {}

  /// The evidence is on disk, or can't be.
  ///
  /// @param file empty where it could not be saved
  /// @param trouble what could not be saved, and why
  record Frozen(Moment at, int order, String nic, Optional<String> file, Optional<String> trouble)
      implements Result {}

  /// A recovery has ended.
  record Climbed(Moment at, int order, ClimbEnd end) implements Result {}

  /// Prevention has ended.
  record Prevented(Moment at, int order, PreventEnd end) implements Result {}

  /// The host was told to reboot, or could not be.
  ///
  /// @param refused why not
  record Rebooting(Moment at, int order, Optional<String> refused) implements Result {}

  /// How a recovery ended.
  sealed interface ClimbEnd {
    /// It sends again.
    ///
    /// @param took from the first step's entry in the ledger to the proof
    /// @param left what could not be restored
    record Cured(StepId by, Set<StepId> tried, Duration took, List<String> left)
        implements ClimbEnd {}

    /// No step helped.
    ///
    /// @param tried steps that were done
    /// @param left what could not be restored
    /// @param leftOut steps that were not done, each with its reason
    record NotCured(Set<StepId> tried, List<String> left, List<String> leftOut)
        implements ClimbEnd {}

    /// A guard or the host refused.
    ///
    /// @param tried steps that were done before
    record Refused(Set<StepId> tried, String why) implements ClimbEnd {}

    /// Another program changes the host: try later.
    record Busy(String why) implements ClimbEnd {}

    /// The device does not stand still any more: nothing was done.
    record NotNeeded(String words) implements ClimbEnd {}
  }

  /// How prevention ended.
  sealed interface PreventEnd {
    /// Done.
    ///
    /// @param change its number in the ledger
    /// @param words what was changed
    /// @param persistent whether it outlasts the boot
    record Done(int change, String words, boolean persistent) implements PreventEnd {}

    /// There was nothing to do, or it can't be done.
    record Not(String why) implements PreventEnd {}

    /// Another program changes the host: try later.
    record Busy(String why) implements PreventEnd {}
  }
}
