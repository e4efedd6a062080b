package dev.unhang.model.net;

import java.util.Optional;

/// A queue to send by. What the kernel does not tell is empty.
///
/// @param number from 0
/// @param timeouts how often the stack's watchdog found it stuck, since the interface was made
/// @param inFlightBytes given to the driver and not yet reported sent; a hang keeps it above 0.
///   Where the driver has no byte queue limits it is 0 always
/// @param limitBytes at most in flight, as the kernel learnt it
///
///   Kernel: net/core/net-sysfs.c, tx_timeout_show(), bql_show_inflight();
///   lib/dynamic_queue_limits.c, dql_completed() (v6.1)
public record TxQueue(
    int number, Optional<Long> timeouts, Optional<Long> inFlightBytes, Optional<Long> limitBytes) {}
