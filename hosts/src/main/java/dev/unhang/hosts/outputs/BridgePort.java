package dev.unhang.hosts.outputs;

import dev.unhang.model.id.InterfaceName;
import java.util.Optional;

/// A port of a bridge, as `bridge link` lists it. What was not printed is empty.
///
/// @param index the interface's
/// @param bridge it belongs to, by name
/// @param state `disabled`, `listening`, `learning`, `forwarding`, `blocking`
/// @param cost of the spanning tree
///
///   Man: bridge(8), "bridge link show"
public record BridgePort(
    int index,
    InterfaceName name,
    Optional<String> bridge,
    Optional<String> state,
    Optional<Integer> cost) {}
