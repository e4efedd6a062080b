package dev.unhang.model.change;

import dev.unhang.model.id.BootId;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.plan.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Actions done together, and how far they got. Kept under the NIC's PCI address, which stays when
/// the name does not.
///
/// @param number counts from 1 on this host
/// @param begun wall time when it was entered in the ledger, before anything was done
/// @param boot the boot it was entered in; empty where that was not read
/// @param title what it was for, one line
/// @param reached wall time when it got into this state; empty where that isn't known
public record Change(
    int number,
    Instant begun,
    InterfaceName nic,
    Optional<PciAddress> pci,
    Optional<BootId> boot,
    String title,
    List<Action> actions,
    State state,
    Optional<Instant> reached) {
  public Change {
    actions = List.copyOf(actions);
  }

  /// As it was entered.
  public Change(
      int number,
      Instant begun,
      InterfaceName nic,
      Optional<PciAddress> pci,
      Optional<BootId> boot,
      String title,
      List<Action> actions,
      State state) {
    this(number, begun, nic, pci, boot, title, actions, state, Optional.empty());
  }

  /// The same, further on.
  ///
  /// @param at when it got there
  public Change with(State next, Optional<Instant> at) {
    return new Change(number, begun, nic, pci, boot, title, actions, next, at);
  }

  /// The same change, further on, at a time that isn't known.
  public Change with(State next) {
    return new Change(number, begun, nic, pci, boot, title, actions, next);
  }

  /// Whether it is not said yet that it stays or goes: half done, on trial, or half undone.
  public boolean isPending() {
    return state == State.BEGUN
        || state == State.TO_BE_TRIED
        || state == State.ARMED
        || state == State.ON_TRIAL
        || state == State.UNDOING;
  }

  /// Whether it is still there, in whole or in part.
  public boolean stands() {
    return state != State.UNDONE && state != State.LAPSED;
  }

  /// Whether it was on trial, or was to be tried, in another boot than this one.
  public boolean hasLapsed(BootId now) {
    boolean tried = state == State.TO_BE_TRIED || state == State.ARMED || state == State.ON_TRIAL;
    return tried && boot.isPresent() && !boot.get().equals(now);
  }

  /// How far it got, seen from a boot: what is not settled yet is told from what goes on.
  public State stateIn(BootId now) {
    return hasLapsed(now) ? State.LAPSED : state;
  }

  /// How far a change got.
  public enum State {
    /// Entered; some, all or none of its actions were carried out.
    BEGUN("half done"),
    /// Entered, to be tried: nothing is done before a process waits that will undo it.
    TO_BE_TRIED("to be tried, nothing done"),
    /// Nothing is done yet; a process waits that will undo it unless it is confirmed.
    ARMED("half done"),
    /// What ends with the boot was carried out and read back; nothing is on disk. It is rolled back
    /// unless it is confirmed.
    ON_TRIAL("on trial"),
    /// All its actions were carried out and read back.
    DONE("done"),
    /// It is being rolled back; some, all or none of it is as it was before.
    UNDOING("half undone"),
    /// It was interrupted during its trial, or before: nothing of it was on disk, and what it had
    /// done to the kernel ended with that boot.
    LAPSED("lapsed: interrupted during its trial"),
    /// All of it was rolled back.
    UNDONE("undone");

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
