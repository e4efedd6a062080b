package dev.unhang.model.net;

import java.util.Optional;

/// What the cable is plugged into.
///
/// @param connector `twisted pair`, `fibre` …
/// @param phyAddress of the PHY on the MAC's bus
/// @param crossed whether the pairs are crossed over (MDI-X); empty where unknown, as without a
///   link
/// @param crossing how that is chosen: `auto`, `off`, `on`; empty where the driver can't tell
/// @param transceiver `internal`, `external`
///
///   Kernel: net/ethtool/linkinfo.c, linkinfo_fill_reply(); include/uapi/linux/ethtool.h (v6.1)
public record LinkPort(
    String connector,
    int phyAddress,
    Optional<Boolean> crossed,
    Optional<String> crossing,
    String transceiver) {}
