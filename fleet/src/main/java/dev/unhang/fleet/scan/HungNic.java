package dev.unhang.fleet.scan;

import java.time.Instant;
import java.util.Optional;

/// A NIC that hung.
///
/// @param name interface, driver and address, as far as the log names them
/// @param hangs how often: stuck packets, and times that its transmit side stood still
/// @param first when it first hung; empty where the log bears no date
/// @param outcome how the last one ended
public record HungNic(
    String name,
    Optional<String> driver,
    long hangs,
    Optional<Instant> first,
    Optional<Instant> last,
    String outcome) {}
