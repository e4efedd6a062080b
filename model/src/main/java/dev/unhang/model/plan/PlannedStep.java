package dev.unhang.model.plan;

import dev.unhang.model.id.StepId;

/// One step of a plan, as it is shown and as it is done.
///
/// @param title what it does, in words
/// @param command the plain command line that does the same; empty for file edits
/// @param why the finding or wish that asked for it
/// @param undo how it is rolled back, in words
public record PlannedStep(
    StepId id, String title, String command, String why, Risk risk, String undo, Action action) {}
