package dev.unhang.watch.machine;

import dev.unhang.watch.policy.Policy;
import java.time.Duration;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// All that the watch carries from one event to the next.
///
/// @param boot a few characters that tell this boot from others
/// @param orders the number of the last order
/// @param settled whether what a former watch left half done is dealt with
/// @param settleFrom when that is tried again
/// @param nics every NIC that was seen, by its key
/// @param present keys of those that are there
/// @param pending the order that changes the host now; there is never more than one
/// @param sampling the reading of counters that goes on
/// @param sampledAt when the last one was ordered
/// @param held why nothing may be changed; empty where it may
/// @param past what the ledger told at the start
/// @param startedAt when the watch started, by the monotonic clock
/// @param rebootOrdered whether this watch has ordered a reboot
/// @param distrusted how many lines spoke of a hang whose record named no such card
record State(
    Policy policy,
    String boot,
    int orders,
    boolean settled,
    Duration settleFrom,
    NavigableMap<String, NicState> nics,
    Set<String> present,
    Optional<Pending> pending,
    Optional<Integer> sampling,
    Optional<Duration> sampledAt,
    Optional<String> held,
    Past past,
    Duration startedAt,
    boolean rebootOrdered,
    long distrusted) {
  /// Before anything happened.
  static final State START =
      new State(
          Policy.USUAL,
          "",
          0,
          true,
          Duration.ZERO,
          new TreeMap<>(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Past.NOTHING,
          Duration.ZERO,
          false,
          0);

  State {
    nics = Collections.unmodifiableNavigableMap(new TreeMap<>(nics));
    present = Set.copyOf(present);
  }

  /// An order that changes the host, and the NIC it is for; the settling is for none.
  record Pending(int order, String nic) {}
}
