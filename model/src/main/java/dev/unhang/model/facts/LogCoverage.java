package dev.unhang.model.facts;

import dev.unhang.model.name.BootId;
import java.util.Optional;

/// What span of one boot a log holds. Nothing can be said of the time outside it.
///
/// @param fromBoot whether it begins with the boot's first lines; false: cut off
public record LogCoverage(
    Optional<BootId> boot, LogStamp from, LogStamp to, boolean fromBoot, BootEnd end) {}
