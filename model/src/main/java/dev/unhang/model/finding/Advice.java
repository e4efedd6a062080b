package dev.unhang.model.finding;

import dev.unhang.model.name.StepId;

/// One thing a person can do about a finding.
///
/// @param command to be typed, at most 40 characters
/// @param why what it does, in a sentence
/// @param persists whether it outlasts a reboot
/// @param risk what it may cost while it is done
public record Advice(StepId step, String command, String why, boolean persists, String risk) {}
