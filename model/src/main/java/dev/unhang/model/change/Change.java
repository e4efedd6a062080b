package dev.unhang.model.change;

import dev.unhang.model.name.InterfaceName;
import dev.unhang.model.name.PciAddress;
import dev.unhang.model.plan.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Actions done together, and how far they got. Kept under the NIC's PCI address, which stays when
/// the name does not.
///
/// @param number counts from 1 on this host
/// @param begun wall time when it was entered in the ledger, before anything was done
/// @param title what it was for, one line
public record Change(
    int number,
    Instant begun,
    InterfaceName nic,
    Optional<PciAddress> pci,
    String title,
    List<Action> actions,
    State state) {
  public Change {
    actions = List.copyOf(actions);
  }

  /// The same change, further on.
  public Change with(State next) {
    return new Change(number, begun, nic, pci, title, actions, next);
  }

  /// How far a change got.
  public enum State {
    /// Entered; some, all or none of its actions were carried out.
    BEGUN("half done"),
    /// All its actions were carried out and read back.
    DONE("done"),
    /// All of it was taken back.
    UNDONE("taken back");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /// As shown to a person.
    public String word() {
      return word;
    }
  }
}
