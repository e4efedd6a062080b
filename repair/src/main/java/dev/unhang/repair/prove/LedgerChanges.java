package dev.unhang.repair.prove;

import dev.unhang.model.change.Change;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.net.Offload;
import dev.unhang.model.plan.Action;
import dev.unhang.repair.prove.ChangeInForce.Ended;
import dev.unhang.repair.prove.History.Boot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When the changes on record of a NIC were in force: from when they were made, or from the next
/// boot on where only files were written, until they were undone or lost.
public final class LedgerChanges {
  private final Optional<BootId> boot;
  private final Optional<NicFacts> nic;
  private final List<Boot> boots;
  private final Instant now;

  /// @param boot that runs now; empty for a host that doesn't run
  /// @param nic as it is now; empty for a host that doesn't run
  /// @param boots that logs cover, by time
  public LedgerChanges(
      Optional<BootId> boot, Optional<NicFacts> nic, List<Boot> boots, Instant now) {
    this.boot = boot;
    this.nic = nic;
    this.boots = List.copyOf(boots);
    this.now = now;
  }

  /// Those that set the NIC, oldest first.
  ///
  /// @param history of the ledger, as it orders it
  public List<ChangeInForce> of(
      List<Change> history, InterfaceName name, Optional<PciAddress> pci) {
    return history.stream()
        .filter(change ->
            change.pci().isPresent() && pci.isPresent()
                ? change.pci().equals(pci)
                : change.nic().equals(name))
        .filter(change -> change.actions().stream().anyMatch(LedgerChanges::sets))
        .filter(change -> change.state() != Change.State.TO_BE_TRIED)
        .map(this::seen)
        .toList();
  }

  /// The one to be judged: the last that is in force, else the last there was.
  ///
  /// @param changes oldest first
  public static Optional<ChangeInForce> latest(List<ChangeInForce> changes) {
    return changes.reversed().stream()
        .filter(change -> change.ended().isEmpty())
        .findFirst()
        .or(() -> changes.reversed().stream().findFirst());
  }

  /// Resets and acknowledgements set nothing.
  private static boolean sets(Action action) {
    return !(action instanceof Action.AcknowledgeHangs) && !(action instanceof Action.Recover);
  }

  private ChangeInForce seen(Change change) {
    boolean isLive = change.actions().stream().anyMatch(Action::endsWithTheBoot);
    Optional<Instant> nextBoot =
        boots.stream().map(each -> each.span().from()).filter(change.begun()::isBefore).findFirst();
    Change.State state = boot.map(change::stateIn).orElse(change.state());
    return new ChangeInForce(
        Optional.of(change.number()),
        change.title(),
        isLive ? change.begun() : nextBoot.orElse(change.begun()),
        ended(change, state, isLive, nextBoot),
        state == Change.State.ON_TRIAL);
  }

  private Optional<Ended> ended(
      Change change, Change.State state, boolean isLive, Optional<Instant> nextBoot) {
    Instant reached = change.reached().orElse(change.begun());
    return switch (state) {
      case UNDONE -> Optional.of(new Ended(reached, "was undone at "));
      case UNDOING -> Optional.of(new Ended(reached, "is half undone since "));
      case BEGUN, TO_BE_TRIED, ARMED ->
          Optional.of(new Ended(change.begun(), "is half done since "));
      case LAPSED ->
          Optional.of(
              new Ended(nextBoot.orElse(change.begun()), "was on trial until the reboot at "));
      case DONE, ON_TRIAL ->
          isLive || nextBoot.isPresent()
              ? lost(change, nextBoot)
              : Optional.of(new Ended(change.begun(), "waits for the next boot since "));
    };
  }

  /// The kernel's own answer decides; without it a change of the running kernel ends with its boot.
  private Optional<Ended> lost(Change change, Optional<Instant> nextBoot) {
    Optional<Boolean> isInForce = nic.flatMap(now -> isInForce(now, change));
    if (isInForce.isPresent()) {
      return isInForce.get()
          ? Optional.empty()
          : Optional.of(new Ended(now, "was switched back by something else, as seen at "));
    }
    boolean isLiveOnly =
        change.actions().stream().filter(LedgerChanges::sets).allMatch(Action::endsWithTheBoot);
    boolean isOfThisBoot = boot.isPresent() && change.boot().equals(boot);
    return isLiveOnly && !isOfThisBoot
        ? nextBoot.map(at -> new Ended(at, "was not persistent, and ended with the reboot at "))
        : Optional.empty();
  }

  /// Whether all that it switched is as it switched it; empty where that was not read, or where it
  /// switched no offload.
  private static Optional<Boolean> isInForce(NicFacts nic, Change change) {
    List<Action.SwitchOffload> switched =
        change.actions().stream()
            .filter(Action.SwitchOffload.class::isInstance)
            .map(Action.SwitchOffload.class::cast)
            .toList();
    return switched.isEmpty()
        ? Optional.empty()
        : nic.offloads()
            .known()
            .map(offloads ->
                switched.stream()
                    .allMatch(action ->
                        action.members().stream()
                            .flatMap(member -> offloads.named(member).stream())
                            .map(Offload::active)
                            .allMatch(active -> active == action.on())));
  }
}
