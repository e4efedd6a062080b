package dev.unhang.watch.order;

import dev.unhang.model.change.Change;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.id.StepId;
import dev.unhang.model.plan.Action;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.model.plan.Risk;
import dev.unhang.repair.Alone;
import dev.unhang.repair.execute.Entered;
import dev.unhang.repair.guard.Circumstances;
import dev.unhang.repair.guard.Guards;
import dev.unhang.watch.machine.Order;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reboots the host. It is in the ledger before, on disk, so that the watch of the next boot knows
/// whose reboot it was; where the ledger can't be written, there is none.
public final class Rebooting {
  private static final StepId ID = new StepId("reboot");
  private static final int DIGEST_LENGTH = 6;

  private final Site site;

  public Rebooting(Site site) {
    this.site = site;
  }

  /// Whether a change is a reboot.
  static boolean isReboot(Change change) {
    return change.actions().stream().anyMatch(Action.RebootHost.class::isInstance);
  }

  /// Does it.
  ///
  /// @return why not; empty where the host shuts down
  public Optional<String> reboot(Order.Reboot order) {
    AutoCloseable lock;
    try {
      lock = site.writer().get();
    } catch (UnhangException taken) {
      return Optional.of(Climbing.words(taken));
    }
    try {
      return Alone.with(lock, site.view(), site.ledger(), () -> begin(order));
    } catch (UnhangException refused) {
      return Optional.of(Climbing.words(refused));
    }
  }

  private Optional<String> begin(Order.Reboot order) {
    Optional<NicFacts> found = site.nic(order.nic());
    if (found.isEmpty()) {
      return Optional.of("there is no interface " + order.nic().name() + " to be cured by it");
    }
    NicFacts nic = found.get();
    PlannedStep step = step();
    Guards.require(
        step.title(),
        step.risk(),
        Circumstances.read(site.view(), nic, true, site.ledger().history(), site.clocks().wall()),
        Set.of());
    String digest = Content.of(step.title()).sha256().substring(0, DIGEST_LENGTH);
    Entered entered =
        site.executor()
            .begin(
                new Plan(nic.name(), nic.pci(), List.of(step), List.of(), digest),
                Titles.of(order.episode(), site.clocks().monotonic()));
    try {
      entered.carryOut(step.action());
    } catch (UnhangException refused) {
      entered.reached(Change.State.UNDONE);
      return Optional.of(Climbing.words(refused));
    }
    entered.reached(Change.State.DONE);
    return Optional.empty();
  }

  private static PlannedStep step() {
    return new PlannedStep(
        ID,
        "reboot the host",
        "systemctl reboot",
        "no other step brought the NIC back",
        new Risk.HostReboots(),
        "",
        new Action.RebootHost());
  }

  /// One that the watch did not see the end of. It counts as done, so that no second one follows.
  ///
  /// @return what became of it
  String settle(Change change) {
    site.executor().entered(change).reached(Change.State.DONE);
    return "change " + change.number() + ": the watch ended while it rebooted the host";
  }
}
