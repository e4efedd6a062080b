package dev.unhang.model.net;

/// Flow control by pause frames, IEEE 802.3 Annex 31B.
///
/// @param autonegotiation whether it is negotiated; rx and tx then are what is offered
/// @param rx whether pause frames are heeded
/// @param tx whether they are sent
///
///   Kernel: net/ethtool/pause.c, pause_fill_reply() (v6.1)
public record Pause(boolean autonegotiation, boolean rx, boolean tx) {}
