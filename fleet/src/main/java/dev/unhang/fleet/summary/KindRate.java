package dev.unhang.fleet.summary;

import dev.unhang.findings.rate.Rate;
import java.time.Duration;
import java.util.Optional;

/// How often hosts of one kind hang.
///
/// @param hosts of which it is known
/// @param hung those of them that hung
/// @param covered the time that their logs cover, together
/// @param rate of hangs a host and day; empty where they cover no time. A card that hung tends to
///   hang again, so its bounds are wider in truth where few hosts have most of the hangs
public record KindRate(
    HostKind kind, int hosts, int hung, Duration covered, long hangs, Optional<Rate> rate) {}
