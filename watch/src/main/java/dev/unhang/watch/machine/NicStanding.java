package dev.unhang.watch.machine;

import dev.unhang.watch.sense.Traffic;
import dev.unhang.watch.sense.WatchedNic;
import java.util.Optional;

/// How one NIC stands.
///
/// @param traffic what it has carried; empty where that was not read
/// @param last the last episode of this run, whether over or not
public record NicStanding(
    WatchedNic nic, Condition condition, Optional<Traffic> traffic, Optional<Account> last) {}
