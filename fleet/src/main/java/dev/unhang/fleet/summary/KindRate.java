package dev.unhang.fleet.summary;

import java.time.Duration;
import java.util.Optional;

/// How often hosts of one kind hang.
///
/// @param hosts of which it is known
/// @param hung those of them that hung
/// @param covered the time that their logs cover, together
/// @param rate empty where they cover none
public record KindRate(
    HostKind kind, int hosts, int hung, Duration covered, long hangs, Optional<HangRate> rate) {}
