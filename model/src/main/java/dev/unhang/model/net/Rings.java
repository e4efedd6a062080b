package dev.unhang.model.net;

import java.util.Optional;

/// Lengths of a NIC's rings, in descriptors; empty where the driver has no such ring.
///
/// @param rx now
/// @param rxMax at most
/// @param tx now
/// @param txMax at most
///
///   Kernel: net/ethtool/rings.c, rings_fill_reply() (v6.1)
public record Rings(
    Optional<Integer> rx, Optional<Integer> rxMax, Optional<Integer> tx, Optional<Integer> txMax) {}
