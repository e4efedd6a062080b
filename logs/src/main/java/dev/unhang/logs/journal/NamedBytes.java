package dev.unhang.logs.journal;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.host.ByteSource;

/// A file and what it is called. Several threads may read it at once, at different places.
public record NamedBytes(Origin origin, ByteSource bytes) {}
