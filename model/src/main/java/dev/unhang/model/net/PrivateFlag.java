package dev.unhang.model.net;

/// A switch that only this driver has.
///
/// @param name the driver's, `s0ix-enabled`
///
///   Kernel: net/ethtool/privflags.c, privflags_fill_reply() (v6.1)
public record PrivateFlag(String name, boolean on) {}
