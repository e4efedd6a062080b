package dev.unhang.model.topology;

import java.util.Optional;

/// A thing that packets pass through or end in.
///
/// @param name an interface's, or `guest 100`; no two elements of a topology share one
/// @param label what more a person would want to know: a guest's name, an interface's own kind
/// @param bonding of a bond, where known
public record Element(
    String name,
    ElementKind kind,
    Optional<String> label,
    Optional<Bonding> bonding,
    Basis basis) {}
