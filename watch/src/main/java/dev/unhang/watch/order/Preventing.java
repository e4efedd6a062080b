package dev.unhang.watch.order;

import dev.unhang.hosts.HostReading;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.plan.Plan;
import dev.unhang.model.plan.PlannedStep;
import dev.unhang.repair.Alone;
import dev.unhang.repair.PendingTrial;
import dev.unhang.repair.Repair;
import dev.unhang.repair.guard.Circumstances;
import dev.unhang.repair.guard.Guards;
import dev.unhang.repair.persist.Keeping;
import dev.unhang.repair.plan.Planner;
import dev.unhang.watch.machine.Event.PreventEnd;
import dev.unhang.watch.machine.Order;
import dev.unhang.watch.policy.PreventRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Switches segmentation offload off after a hang, by the plan that a person's `fix` would make:
/// the running kernel's switch alone, or also what sets it at boot.
public final class Preventing {
  private static final String WHY = "it hung, and segmentation offload is the likeliest cause";

  private final Site site;

  public Preventing(Site site) {
    this.site = site;
  }

  /// Does it.
  public PreventEnd prevent(Order.Prevent order) {
    AutoCloseable lock;
    try {
      lock = site.writer().get();
    } catch (UnhangException taken) {
      return new PreventEnd.Busy(Climbing.words(taken));
    }
    try {
      return Alone.with(lock, site.view(), site.ledger(), () -> switchOff(order));
    } catch (UnhangException refused) {
      return new PreventEnd.Not(Climbing.words(refused));
    }
  }

  private PreventEnd switchOff(Order.Prevent order) {
    Optional<NicFacts> found = site.nic(order.nic());
    if (found.isEmpty()) {
      return new PreventEnd.Not("there is no interface " + order.nic().name());
    }
    NicFacts nic = found.get();
    Optional<PendingTrial> trial =
        PendingTrial.of(
            site.ledger().history(), nic.name(), nic.pci(), HostReading.boot(site.view()));
    if (trial.isPresent()) {
      return new PreventEnd.Not(trial.get().words());
    }
    Plan plan = plan(nic, order.rule());
    if (plan.isEmpty()) {
      return new PreventEnd.Not(String.join("; ", plan.notes()));
    }
    Circumstances now =
        Circumstances.read(site.view(), nic, false, site.ledger().history(), site.clocks().wall());
    for (PlannedStep step : plan.steps()) {
      Guards.require(step.title(), step.risk(), now, Set.of());
    }
    Repair.Outcome outcome =
        new Repair(site.view(), site.control(), site.ledger())
            .carryOut(plan, Titles.of(order.episode(), site.clocks().monotonic()), step -> {});
    return switch (outcome) {
      case Repair.Outcome.Done done ->
          new PreventEnd.Done(done.change().number(), titles(plan), isPersistent(plan));
      case Repair.Outcome.OnTrial tried ->
          throw new IllegalStateException("no trial was asked for");
      case Repair.Outcome.TakenBack back -> new PreventEnd.Not(Climbing.words(back.because()));
    };
  }

  private Plan plan(NicFacts nic, PreventRule rule) {
    List<OffloadGroup> off = List.of(OffloadGroup.TSO);
    return rule == PreventRule.KEEP
        ? new Planner(new Keeping(site.view(), Optional.empty(), Set.of())).turnOff(nic, off, WHY)
        : Planner.live(nic, off, WHY);
  }

  private static String titles(Plan plan) {
    return String.join("; ", plan.steps().stream().map(PlannedStep::title).toList());
  }

  private static boolean isPersistent(Plan plan) {
    return plan.steps().stream().anyMatch(step -> !step.action().endsWithTheBoot());
  }
}
