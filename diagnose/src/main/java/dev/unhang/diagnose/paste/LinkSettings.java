package dev.unhang.diagnose.paste;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.nic.LinkDetection;
import dev.unhang.model.nic.LinkModes;
import dev.unhang.model.nic.LinkPort;
import dev.unhang.model.nic.WakeOnLan;

/// What `ethtool IF` says, each part for itself.
///
/// @param wakeOnLan told to root only
public record LinkSettings(
    Reading<LinkModes> modes,
    Reading<LinkDetection> detection,
    Reading<LinkPort> port,
    Reading<WakeOnLan> wakeOnLan) {}
