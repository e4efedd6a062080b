package dev.unhang.model.setting;

import dev.unhang.model.evidence.Place;

/// A line of configuration that sets one of a driver's private flags.
///
/// @param flag as the line calls it, whether the driver has it or not
/// @param text the line
///
///   Man: ethtool(8), "--set-priv-flags"
public record FlagSetting(String flag, boolean on, Place place, String text) {}
