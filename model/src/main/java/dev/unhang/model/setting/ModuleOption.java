package dev.unhang.model.setting;

import dev.unhang.model.evidence.Place;

/// An option that a kernel module is loaded with, or the kernel itself was booted with.
///
/// @param module with `_` for `-`; empty for an option of the kernel itself
/// @param name as written
/// @param value empty where there is none
/// @param text the line or word
public record ModuleOption(String module, String name, String value, Place place, String text) {}
