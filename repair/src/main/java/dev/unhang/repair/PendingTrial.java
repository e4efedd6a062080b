package dev.unhang.repair;

import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import java.util.List;
import java.util.Optional;

/// A change of a NIC that is on trial. Until it is kept or ended nothing else may be done to that
/// NIC: its end would undo what was done since, or leave what it found changed.
///
/// @param change armed, or on trial
public record PendingTrial(Change change) {
  /// The one of a NIC; empty where none is on trial.
  ///
  /// @param boot the present one: another boot's trials have lapsed. Empty where it was not read;
  ///   then none has
  public static Optional<PendingTrial> of(
      List<Change> history, InterfaceName nic, Optional<PciAddress> pci, Optional<BootId> boot) {
    return history.stream()
        .filter(change ->
            change.state() == Change.State.ARMED || change.state() == Change.State.ON_TRIAL)
        .filter(change -> boot.filter(change::hasLapsed).isEmpty())
        .filter(change ->
            change.pci().isPresent() && pci.isPresent()
                ? change.pci().equals(pci)
                : change.nic().equals(nic))
        .map(PendingTrial::new)
        .reduce((earlier, later) -> later);
  }

  /// What is said of it, a line.
  public String words() {
    return "change "
        + change.number()
        + " is on trial: nothing of it is on disk, and it is rolled back unless you confirm it";
  }

  /// What settles it, as it is typed.
  public String settle() {
    return "keep it: unhang confirm; or end it: unhang undo " + change.number();
  }

  /// Refuses something else that is to be done to the NIC.
  ///
  /// @param what `change eno1`
  public CannotChange refuse(String what) {
    return new CannotChange(what, "", words(), settle());
  }
}
