package dev.unhang.watch.machine;

import dev.unhang.watch.sense.WatchedNic;
import java.util.Optional;

/// How one NIC stands.
///
/// @param sentBytes its counter of bytes sent; empty where it was not read
/// @param last the last episode of this run, whether over or not
public record NicStanding(
    WatchedNic nic, Condition condition, Optional<Long> sentBytes, Optional<Account> last) {}
