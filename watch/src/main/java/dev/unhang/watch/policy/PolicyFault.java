package dev.unhang.watch.policy;

/// One thing that is wrong with a policy file.
///
/// @param line counted from 1
/// @param column counted from 1
/// @param why what stands there, and why it can't be taken
/// @param hint what to write instead
public record PolicyFault(int line, int column, String why, String hint) {}
