package dev.unhang.model.net;

import dev.unhang.model.evidence.Reading;
import java.util.List;

/// How a NIC is set, besides its offloads: what ethtool would show.
///
/// @param coalescing only the parameters this driver has
/// @param wakeOnLan denied to all but root
public record NicSettings(
    Reading<LinkDetection> detection,
    Reading<LinkPort> port,
    Reading<LinkModes> modes,
    Reading<Rings> rings,
    Reading<List<Parameter>> coalescing,
    Reading<Pause> pause,
    Reading<Eee> eee,
    Reading<WakeOnLan> wakeOnLan,
    Reading<List<PrivateFlag>> privateFlags) {}
