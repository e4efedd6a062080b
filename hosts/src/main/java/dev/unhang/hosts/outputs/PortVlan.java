package dev.unhang.hosts.outputs;

import dev.unhang.model.id.InterfaceName;

/// VLANs that a port of a bridge lets through.
///
/// @param port or the bridge itself
/// @param first VLAN id
/// @param last the same for a single one
/// @param pvid untagged frames that come in get it
/// @param untagged its frames leave without a tag
///
///   Man: bridge(8), "bridge vlan show"
public record PortVlan(InterfaceName port, int first, int last, boolean pvid, boolean untagged) {}
