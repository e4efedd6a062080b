package dev.unhang.findings.witness;

import dev.unhang.model.topology.Topology;

/// Who sits on whom on one host.
///
/// @param host what it is called; unique among the maps of a witness
public record HostMap(String host, Topology topology) {}
