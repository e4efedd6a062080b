package dev.unhang.diagnose.remedy;

import dev.unhang.diagnose.nic.NicCase;
import dev.unhang.model.name.StepId;

/// Something that can be done about a NIC that hangs. It knows for which chips, kernels and present
/// settings it does anything at all.
public interface Remedy {
  /// The class name in kebab form. It never changes.
  StepId id();

  /// What it is for this NIC.
  Fit fit(NicCase nic);
}
