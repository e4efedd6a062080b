package dev.unhang.watch.sense;

import java.util.Optional;

/// What a NIC had carried at one moment.
///
/// @param sent its counter of bytes sent
/// @param received its counter of bytes received; empty where it was not read
/// @param inFlight bytes given to the driver and not yet reported sent, of all queues; 0 where the
///   driver has no byte queue limits
public record Traffic(long sent, Optional<Long> received, long inFlight) {}
