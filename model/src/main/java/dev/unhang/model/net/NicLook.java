package dev.unhang.model.net;

import dev.unhang.model.evidence.Reading;

/// What a NIC counted when it was looked at again, less than a second after it was surveyed: what
/// moves has moved by then.
public record NicLook(Reading<Link> link, NicCounts counts) {}
