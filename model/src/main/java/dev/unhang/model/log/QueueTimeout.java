package dev.unhang.model.log;

import java.time.Duration;
import java.util.Optional;

/// What one line tells of a transmit queue that stands still.
///
/// @param queue its number; empty where the line names none
/// @param lasted since its last packet was sent, at the time of the line; empty where not told
/// @param resets whether the driver resets the NIC as it says so
public record QueueTimeout(Optional<Integer> queue, Optional<Duration> lasted, boolean resets) {
  /// A line that tells nothing but that it stands.
  public static final QueueTimeout BARE =
      new QueueTimeout(Optional.empty(), Optional.empty(), false);
}
