package dev.unhang.model.facts;

import dev.unhang.model.evidence.Place;

/// A line of configuration that switches one group of offloads.
///
/// @param on the value it sets
/// @param place where it stands
/// @param text the line, stripped
/// @param runsAtBoot whether somebody runs it at boot
/// @param runBy who does, or why nobody will
public record Setting(
    OffloadGroup group, boolean on, Place place, String text, boolean runsAtBoot, String runBy) {}
