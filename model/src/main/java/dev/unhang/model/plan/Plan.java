package dev.unhang.model.plan;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import java.util.List;
import java.util.Optional;

/// Ordered steps for one NIC, mildest first. The plan printed and the plan done are this object.
///
/// @param notes what was found already as wished, and what can't be changed and why
/// @param digest six characters that change when anything in the steps or in what they start from
///   changes
public record Plan(
    InterfaceName nic,
    Optional<PciAddress> pci,
    List<PlannedStep> steps,
    List<String> notes,
    String digest) {
  public Plan {
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }

  /// Nothing to do: the host already is as wished.
  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
