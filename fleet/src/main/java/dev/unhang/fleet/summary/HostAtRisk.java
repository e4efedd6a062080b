package dev.unhang.fleet.summary;

/// A host that has not hung, as far as its logs tell, while others of its kind have.
///
/// @param like how often hosts of its kind hang
public record HostAtRisk(String name, KindRate like) {}
