package dev.unhang.model.plan;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import java.util.List;
import java.util.Optional;

/// Ordered steps for one NIC, mildest first. The plan printed and the plan done are this object.
///
/// @param notes what was found already as asked for, and what else a person should know
/// @param notDone what of the wish is not in the steps: what a person has to do by hand, in several
///   lines, or what no step can do
/// @param digest six characters that change when anything in the steps or in what they start from
///   changes
public record Plan(
    InterfaceName nic,
    Optional<PciAddress> pci,
    List<PlannedStep> steps,
    List<String> notes,
    List<String> notDone,
    String digest) {
  public Plan {
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
    notDone = List.copyOf(notDone);
  }

  /// A plan that does all that was asked for.
  public Plan(
      InterfaceName nic,
      Optional<PciAddress> pci,
      List<PlannedStep> steps,
      List<String> notes,
      String digest) {
    this(nic, pci, steps, notes, List.of(), digest);
  }

  /// It has no step: the host is already set that way, unless something is not done.
  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
