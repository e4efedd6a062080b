package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.LinkDetection;
import dev.unhang.model.net.LinkModes;
import dev.unhang.model.net.LinkPort;
import dev.unhang.model.net.WakeOnLan;

/// What `ethtool IF` says, each part for itself.
///
/// @param wakeOnLan told to root only
public record LinkSettings(
    Reading<LinkModes> modes,
    Reading<LinkDetection> detection,
    Reading<LinkPort> port,
    Reading<WakeOnLan> wakeOnLan) {}
