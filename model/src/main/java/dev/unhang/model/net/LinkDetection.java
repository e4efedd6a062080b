package dev.unhang.model.net;

import java.util.Optional;

/// What the driver itself says of the link.
///
/// @param detected whether it has one
/// @param extendedState why not, as the kernel numbers it; empty where the driver doesn't tell
///
///   Kernel: net/ethtool/linkstate.c, linkstate_fill_reply(); include/uapi/linux/ethtool.h, enum
///   ethtool_link_ext_state (v6.1)
public record LinkDetection(boolean detected, Optional<Integer> extendedState) {}
