package dev.unhang.findings.witness;

import dev.unhang.model.host.ProbeTarget;
import java.util.Optional;

/// A host that is asked for signs of life, again and again.
///
/// @param name unique among the targets of a witness
/// @param seat empty where no map has it: a router, another machine
public record WitnessTarget(String name, ProbeTarget probe, Optional<TargetLocation> seat) {}
