package dev.unhang.model.topology;

/// One element reaches the wire through another: a bridge through its uplink, a guest through its
/// tap.
///
/// @param lower nearer to the wire, by name
/// @param upper what is cut off without it, by name
public record Tie(String lower, String upper, Basis basis) {}
