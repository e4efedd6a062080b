package dev.unhang.findings.remedy;

import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.id.StepId;

/// Something that can be done about a NIC that hangs. It knows for which chips, kernels and present
/// settings it does anything at all.
public interface Remedy {
  /// The class name in kebab form. It never changes.
  StepId id();

  /// What it is for this NIC.
  Applicability fit(NicCase nic);
}
