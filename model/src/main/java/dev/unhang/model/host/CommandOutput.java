package dev.unhang.model.host;

import dev.unhang.model.evidence.Content;

/// What a program that ended has said.
///
/// @param exit its status
public record CommandOutput(int exit, Content out, Content err) {}
